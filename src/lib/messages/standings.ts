import type { Language } from '#lib/kernel/language.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import type { UnitFlag } from '#lib/standings/collective.ts';
import type { RankingKey } from '#lib/standings/ranking-keys.ts';
import type { StandingsRefusalCode } from '#lib/standings/refusals.ts';

interface StandingsWords {
	readonly refusals: Record<StandingsRefusalCode, (facts: Facts) => string>;
	/** Names of the ranking keys, for headings and rules. */
	readonly keys: Record<RankingKey, string>;
	/** Why a row stands above the next one; `desc` for a chain that asks for more of the key. */
	readonly decided: Record<RankingKey, { readonly asc: string; readonly desc: string }>;
	readonly sharedRank: string;
	readonly flags: Record<UnitFlag, string>;
	readonly provisional: string;
	readonly provisionalWhy: string;
	readonly anonymous: string;
	readonly noRows: string;
	readonly byPerson: string;
	readonly byUnit: string;
	readonly rank: string;
	readonly name: string;
	readonly unit: string;
	readonly group: string;
	readonly participants: string;
	readonly attempts: string;
	readonly headcount: string;
	readonly rate: string;
	readonly value: string;
	readonly asOf: (time: string) => string;
}

const vi: StandingsWords = {
	refusals: {
		'not-found': () => 'Không có bảng xếp hạng này. Bạn xem lại địa chỉ, hoặc mở từ trang cuộc thi.'
	},
	keys: {
		score: 'Điểm',
		predictionError: 'Sai lệch dự đoán',
		elapsed: 'Thời gian làm bài',
		submittedAt: 'Lúc nộp bài',
		startedAt: 'Lúc vào thi',
		firstSubmittedAt: 'Lúc nộp bài đầu tiên',
		registeredAt: 'Lúc đăng ký',
		attempts: 'Số lượt thi',
		perfect: 'Số lần đạt điểm tuyệt đối'
	},
	decided: {
		score: { desc: 'Xếp trên nhờ điểm cao hơn', asc: 'Xếp trên do điểm thấp hơn' },
		predictionError: {
			asc: 'Xếp trên nhờ dự đoán sát hơn',
			desc: 'Xếp trên do dự đoán xa hơn'
		},
		elapsed: { asc: 'Xếp trên nhờ làm bài nhanh hơn', desc: 'Xếp trên do làm bài lâu hơn' },
		submittedAt: { asc: 'Xếp trên nhờ nộp sớm hơn', desc: 'Xếp trên do nộp muộn hơn' },
		startedAt: { asc: 'Xếp trên nhờ vào thi sớm hơn', desc: 'Xếp trên do vào thi muộn hơn' },
		firstSubmittedAt: {
			asc: 'Xếp trên nhờ nộp bài đầu tiên sớm hơn',
			desc: 'Xếp trên do nộp bài đầu tiên muộn hơn'
		},
		registeredAt: { asc: 'Xếp trên nhờ đăng ký sớm hơn', desc: 'Xếp trên do đăng ký muộn hơn' },
		attempts: { asc: 'Xếp trên nhờ thi ít lượt hơn', desc: 'Xếp trên nhờ thi nhiều lượt hơn' },
		perfect: {
			desc: 'Xếp trên nhờ nhiều lần đạt điểm tuyệt đối hơn',
			asc: 'Xếp trên do ít lần đạt điểm tuyệt đối hơn'
		}
	},
	sharedRank: 'Đồng hạng: bằng nhau ở mọi tiêu chí xếp hạng',
	flags: {
		no_headcount: 'Chưa có mẫu số',
		small: 'Đơn vị ít người hơn mức xét',
		below_gate: 'Chưa đạt tỷ lệ tham gia tối thiểu',
		no_prize: 'Chưa có giải cá nhân',
		nobody: 'Chưa có người tham gia',
		over_headcount: 'Cần rà soát mẫu số: số người tham gia lớn hơn số người khai báo'
	},
	provisional: 'Tạm tính',
	provisionalWhy:
		'Vòng thi đang mở nên thứ hạng còn thay đổi. Câu dự đoán chỉ được tính sau khi vòng thi đóng.',
	anonymous: 'Ẩn danh',
	noRows: 'Chưa có bài thi nào được nộp.',
	byPerson: 'Cá nhân',
	byUnit: 'Đơn vị',
	rank: 'Hạng',
	name: 'Họ tên',
	unit: 'Đơn vị',
	group: 'Bảng',
	participants: 'Người dự thi',
	attempts: 'Lượt thi',
	headcount: 'Mẫu số',
	rate: 'Tỷ lệ',
	value: 'Điểm tập thể',
	asOf: (time) => `Cập nhật lúc ${time}`
};

const en: StandingsWords = {
	refusals: {
		'not-found': () =>
			'There is no such board. Check the address, or open it from the contest’s page.'
	},
	keys: {
		score: 'Score',
		predictionError: 'Prediction error',
		elapsed: 'Time taken',
		submittedAt: 'Submitted at',
		startedAt: 'Started at',
		firstSubmittedAt: 'First submitted at',
		registeredAt: 'Registered at',
		attempts: 'Attempts',
		perfect: 'Rounds at full marks'
	},
	decided: {
		score: { desc: 'Above by a higher score', asc: 'Above by a lower score' },
		predictionError: {
			asc: 'Above by a closer prediction',
			desc: 'Above by a more distant prediction'
		},
		elapsed: { asc: 'Above by less time taken', desc: 'Above by more time taken' },
		submittedAt: { asc: 'Above by submitting earlier', desc: 'Above by submitting later' },
		startedAt: { asc: 'Above by starting earlier', desc: 'Above by starting later' },
		firstSubmittedAt: {
			asc: 'Above by an earlier first submission',
			desc: 'Above by a later first submission'
		},
		registeredAt: { asc: 'Above by registering earlier', desc: 'Above by registering later' },
		attempts: { asc: 'Above by fewer attempts', desc: 'Above by more attempts' },
		perfect: {
			desc: 'Above by more rounds at full marks',
			asc: 'Above by fewer rounds at full marks'
		}
	},
	sharedRank: 'Shared rank: equal on every ranking key',
	flags: {
		no_headcount: 'No headcount declared',
		small: 'Fewer people than the least considered',
		below_gate: 'Below the least share of participation',
		no_prize: 'No individual prize',
		nobody: 'Nobody has taken part',
		over_headcount: 'Headcount to be checked: more people took part than declared'
	},
	provisional: 'Provisional',
	provisionalWhy:
		'The round is open, so ranks still move. The prediction counts only once the round has closed.',
	anonymous: 'Anonymous',
	noRows: 'No attempt has been submitted yet.',
	byPerson: 'People',
	byUnit: 'Units',
	rank: 'Rank',
	name: 'Name',
	unit: 'Unit',
	group: 'Group',
	participants: 'Participants',
	attempts: 'Attempts',
	headcount: 'Headcount',
	rate: 'Rate',
	value: 'Collective value',
	asOf: (time) => `Updated at ${time}`
};

export const standingsWords: Record<Language, StandingsWords> = { vi, en };
