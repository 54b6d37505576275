import type { RulesWords } from './contest-rules.ts';

/** The thể lệ in Vietnamese. Each sentence is made from the object that ranks, so that they cannot disagree. */
export const viRules: RulesWords = {
	audiences: {
		hs_1_5: 'học sinh lớp 1 đến lớp 5',
		hs_6_9: 'học sinh lớp 6 đến lớp 9',
		hs_10_12: 'học sinh lớp 10 đến lớp 12',
		sinh_vien: 'sinh viên',
		doan_vien: 'đoàn viên',
		thanh_nien: 'thanh niên',
		cbccvc: 'cán bộ, công chức, viên chức, người lao động',
		nguoi_dan: 'người dân'
	},
	unitKinds: {
		country: 'cả nước',
		province: 'tỉnh, thành phố',
		district: 'cấp huyện',
		commune: 'xã, phường',
		agency: 'cơ quan',
		department: 'phòng, ban',
		school: 'trường',
		class: 'lớp',
		doan: 'tổ chức Đoàn',
		chi_doan: 'chi đoàn'
	},
	titles: {
		host: 'Căn cứ và đơn vị tổ chức',
		who: 'Đối tượng',
		rounds: 'Thời gian',
		paper: 'Đề thi',
		attempts: 'Lượt thi và giờ làm bài',
		prediction: 'Câu hỏi phụ',
		ranking: 'Cách xếp hạng',
		prizes: 'Giải thưởng',
		collective: 'Xếp hạng tập thể',
		results: 'Kết quả',
		appeal: 'Phúc khảo'
	},
	basis: (title, number, date) =>
		`Căn cứ: ${title}${number === null ? '' : ` số ${number}`}${date === null ? '' : ` ngày ${date}`}.`,
	organiser: (name) => `Đơn vị tổ chức: ${name}.`,
	audience: (who) => `Người dự thi: ${who}.`,
	scope: (units) => `Thuộc: ${units}.`,
	group: (title, who, units) =>
		`Bảng “${title}”: ${who}${units === null ? '' : ` thuộc ${units}`}.`,
	firstGroup: 'Mỗi người thuộc bảng đầu tiên phù hợp, theo thứ tự nêu trên.',
	unitOnDay: (day) => `Đơn vị của mỗi người là đơn vị của ngày ${day}.`,
	minAge: (n) => `Từ đủ ${n} tuổi trở lên.`,
	maxAge: (n) => `Không quá ${n} tuổi.`,
	quietHours: (from, to) => `Người dưới 16 tuổi không vào thi từ ${from} đến ${to}.`,
	round: (title, opens, closes) => `${title}: mở lúc ${opens}, đóng lúc ${closes}.`,
	advancement: ({ top, per, from, to }) =>
		`${top} người xếp đầu ${per} của ${from} được vào ${to}.`,
	advancementPer: { unit: 'mỗi đơn vị', overall: 'cả cuộc thi', group: 'mỗi bảng' },
	paper: (count) => `${count} câu, chọn ngẫu nhiên theo chủ đề cho từng lượt thi.`,
	cell: ({ topic, level, count, marks }) =>
		`${topic}${level === null ? '' : `, ${level}`}: ${count} câu${marks === null ? '' : `, mỗi câu ${marks} điểm`}`,
	cells: (list) => `Cấu trúc đề: ${list}.`,
	marksEach: (n) => `Mỗi câu ${n} điểm.`,
	duration: (time) =>
		`Thời gian làm bài là ${time}. Đồng hồ chạy từ lúc bắt đầu và không dừng lại.`,
	saved: 'Câu trả lời được lưu từng câu. Hết giờ, phần đã lưu được tính là bài nộp.',
	attempts: (n) => `Mỗi người có tối đa ${n} lượt thi trong một vòng.`,
	select: {
		best: 'Kết quả của vòng là bài điểm cao nhất; bằng điểm thì lấy bài làm nhanh hơn, rồi bài nộp sớm hơn.',
		last: 'Kết quả của vòng là bài của lượt thi sau cùng.',
		first: 'Kết quả của vòng là bài của lượt thi đầu tiên.'
	},
	grace: (on) =>
		on
			? 'Bài bắt đầu trước giờ đóng vòng được làm đủ thời gian, kể cả khi vòng đã đóng.'
			: 'Khi vòng đóng, bài đang làm kết thúc và phần đã lưu được tính.',
	network: (time) =>
		time === null
			? 'Câu trả lời đến máy chủ sau giờ kết thúc không được nhận.'
			: `Do đường truyền, câu trả lời đến muộn không quá ${time} vẫn được nhận.`,
	cooldown: (time) => `Hai lượt thi cách nhau ít nhất ${time}.`,
	predicted: {
		ALL_CORRECT_PEOPLE: 'số người trả lời đúng tất cả các câu',
		PARTICIPANTS: 'số người dự thi',
		ATTEMPTS: 'số lượt thi'
	},
	prediction: (quantity) =>
		`Trước khi nộp bài, bạn dự đoán ${quantity} trong vòng. Câu này không tính vào điểm.`,
	predictionRule: {
		abs: 'Dự đoán lệch ít hơn xếp trên, dù thừa hay thiếu.',
		not_over:
			'Dự đoán lớn hơn con số thực tế thì không được xét; trong số còn lại, lệch ít hơn xếp trên.'
	},
	predictionMissing: 'Người không có dự đoán được xét xếp sau người có.',
	criterion: (n, text) => `Tiêu chí ${n}: ${text}.`,
	keys: {
		score: { desc: 'điểm cao hơn', asc: 'điểm thấp hơn' },
		predictionError: { asc: 'dự đoán lệch ít hơn', desc: 'dự đoán lệch nhiều hơn' },
		elapsed: { asc: 'làm bài nhanh hơn', desc: 'làm bài lâu hơn' },
		submittedAt: { asc: 'nộp bài sớm hơn', desc: 'nộp bài muộn hơn' },
		startedAt: { asc: 'vào thi sớm hơn', desc: 'vào thi muộn hơn' },
		firstSubmittedAt: { asc: 'nộp bài đầu tiên sớm hơn', desc: 'nộp bài đầu tiên muộn hơn' },
		registeredAt: { asc: 'đăng ký sớm hơn', desc: 'đăng ký muộn hơn' },
		attempts: { asc: 'ít lượt thi hơn', desc: 'nhiều lượt thi hơn' },
		perfect: { desc: 'nhiều vòng đạt điểm tối đa hơn', asc: 'ít vòng đạt điểm tối đa hơn' }
	},
	roundRanking:
		'Xếp hạng mỗi vòng: xét lần lượt từ tiêu chí 1, dừng ở tiêu chí đầu tiên có khác biệt.',
	finalRanking:
		'Xếp hạng chung cuộc: cộng kết quả các vòng; vòng không dự thi tính 0 điểm và đủ thời gian làm bài.',
	sameRank: 'Bằng nhau ở mọi tiêu chí thì đồng hạng, và bỏ qua thứ hạng kế tiếp.',
	onlyAllCorrect: 'Chỉ người đạt điểm tối đa được xét giải.',
	finalName: 'chung cuộc',
	prize: (p) =>
		`${p.title}: ${p.quota} giải, xét ở ${p.on}${p.group === null ? '' : `, bảng “${p.group}”`}${p.reward === null ? '' : `; ${p.reward}`}.`,
	prizeMinScore: (n) => `Từ ${n} điểm trở lên.`,
	prizePoints: (n) => `Tính ${n} điểm quy đổi cho đơn vị.`,
	prizeTie: {
		co_award: 'Đồng hạng ở suất cuối của một giải thì cùng được giải.',
		draw: 'Đồng hạng ở suất cuối của một giải thì rút thăm.'
	},
	prizeScope: (scope) => `Nhóm giải “${scope}”.`,
	scopeRule: {
		first: (scope) =>
			`${scope === null ? 'Mỗi' : `Trong nhóm giải “${scope}”, mỗi`} người nhận một giải: giải đến trước theo thứ tự nêu trên.`,
		highest: (scope) =>
			`${scope === null ? 'Mỗi' : `Trong nhóm giải “${scope}”, mỗi`} người nhận một giải: giải có điểm quy đổi cao nhất.`
	},
	cap: (share) =>
		`Tổng số giải không quá ${share} số người dự thi; nếu vượt thì bớt từ giải cuối của danh sách.`,
	commitment: (round, code) => `Mã cam kết của lần rút thăm, ${round}: ${code}.`,
	commitmentWhy:
		'Mã được công bố trước khi vòng mở; sau khi vòng đóng, số gốc được công bố để ai cũng kiểm tra lại được.',
	rankedUnits: (units) => `Xếp hạng: ${units}.`,
	rankedKinds: (kinds) => `Xếp hạng các đơn vị: ${kinds}.`,
	denominator: (who, day) => `Mẫu số là tổng số ${who} tính đến ngày ${day}.`,
	league: ({ title, from, below, kinds }) => {
		const size = [
			from === null ? '' : `từ ${from} người`,
			below === null ? '' : `dưới ${below} người`,
			kinds ?? ''
		].filter((part) => part !== '');
		return `Nhóm “${title}”${size.length === 0 ? '' : `: ${size.join(', ')}`}.`;
	},
	formula: {
		M1: () => 'Đơn vị có nhiều người dự thi hơn xếp trên.',
		M2: () => 'Xếp theo tỷ lệ người dự thi trên mẫu số, tối đa 100%.',
		M3: (w) =>
			`Xếp theo tổng: ${w.first} × tỷ lệ người dự thi (tối đa 100%) + ${w.second} × điểm trung bình của người dự thi trên điểm tối đa.`,
		M4: () =>
			'Xếp theo tổng: tỷ lệ phần trăm người dự thi, trung bình các vòng (mỗi vòng tối đa 100), cộng điểm quy đổi của các giải.',
		M5: (w) =>
			`Xét ba mặt: số người dự thi, tổng điểm, số lượt thi. Ở mỗi mặt, ${w.k} mức đầu được từ ${w.k} xuống 1 điểm. Bằng tổng thì nhiều người dự thi hơn xếp trên.`,
		M6: (w) =>
			`Xếp theo tổng: ${w.first} × tỷ lệ người dự thi (tối đa 100%) + ${w.second} × điểm trung bình của người dự thi trên điểm tối đa, với tỷ lệ tối thiểu theo quy mô.`,
		M7: () =>
			'Chỉ xét đơn vị có đủ số người theo mẫu số dự thi và có ít nhất một giải cá nhân; xếp theo tỷ lệ người dự thi.'
	},
	gate: (share) => `Chỉ xếp hạng đơn vị có từ ${share} mẫu số trở lên dự thi.`,
	band: (below, gate) =>
		`${below === null ? 'Đơn vị còn lại' : `Đơn vị dưới ${below} người`}: ${gate === null ? 'không cần tỷ lệ tối thiểu' : `từ ${gate} trở lên dự thi`}.`,
	minHeadcount: (n) => `Đơn vị có mẫu số dưới ${n} người không xếp hạng.`,
	unitTie: {
		rate: 'tỷ lệ dự thi cao hơn',
		headcount: 'mẫu số lớn hơn',
		participants: 'nhiều người dự thi hơn'
	},
	unitTies: (list) =>
		list === null
			? 'Bằng nhau thì đồng hạng.'
			: `Bằng nhau thì xét lần lượt: ${list}; vẫn bằng nhau thì đồng hạng.`,
	showScore: {
		at_once: 'Điểm hiện ngay sau khi nộp bài.',
		after_round: 'Điểm hiện sau khi vòng đóng.'
	},
	answersNever: 'Đáp án không công bố.',
	pass: (share) => `Bài đạt là bài có từ ${share} điểm tối đa trở lên.`,
	appeal: (days) =>
		days === 0
			? 'Cuộc thi không có thời gian phúc khảo.'
			: `Trong ${days} ngày làm việc kể từ khi công bố, bạn gửi đề nghị kèm mã biên nhận. Kết quả sau phúc khảo công bố thành bản mới, có nêu điểm thay đổi.`
};
