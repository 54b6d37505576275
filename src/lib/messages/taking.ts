import { addMs, instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import type { TakingRefusalCode } from '#lib/taking/refusals.ts';
import { fileNotes } from './files.ts';

type Refusals = Record<TakingRefusalCode, (facts: Facts) => string>;
type Notes = Record<string, (facts: Facts) => string>;

/** In Vietnam's time, with the year: a refusal may be read any day. */
function when(fact: string | number | undefined, language: Language): string {
	if (typeof fact !== 'string') return '';
	const local = addMs(instant(fact), 7 * 3_600_000);
	const [year, month, date] = local.slice(0, 10).split('-').map(Number);
	const hour = local.slice(11, 16);
	return language === 'vi'
		? `${hour} ngày ${date}/${month}/${year}`
		: `${hour} on ${date}/${month}/${year}`;
}

const viRules: Readonly<Record<string, string>> = {
	cooldownSeconds: 'thời gian chờ giữa hai lượt',
	minAge: 'tuổi thấp nhất',
	maxAge: 'tuổi cao nhất',
	quietHours: 'giờ nghỉ của người dưới 16 tuổi',
	advancement: 'điều kiện vào vòng sau',
	boardFreezeMinutes: 'đóng băng bảng xếp hạng trước giờ đóng'
};

const viRefusals: Refusals = {
	'not-found': () => 'Không có lượt thi này, hoặc đây không phải lượt của bạn.',
	'sign-in-needed': () => 'Bạn cần đăng nhập bằng thẻ để làm bài.',
	'contestants-only': () =>
		'Tài khoản này là của người làm việc, không có thẻ dự thi. Bạn đăng nhập bằng thẻ để làm bài.',
	'consent-missing': (f) =>
		String(f.missing ?? '').includes('guardian')
			? 'Bạn chưa có đủ sự đồng ý để dự thi. Người dưới 16 tuổi cần cả mình và cha mẹ hoặc người giám hộ đồng ý. Bạn xem trang Đồng ý, hoặc nộp phiếu cho thầy, cô.'
			: 'Bạn chưa đồng ý dự thi. Bạn xem trang Đồng ý rồi chọn.',
	'round-not-open': (f) =>
		`Vòng thi chưa mở. Bạn vào lại lúc ${when(f.opensAt, 'vi')}, nút Bắt đầu làm bài sẽ tự bật.`,
	'round-closed': (f) =>
		`Vòng thi đã đóng lúc ${when(f.closesAt, 'vi')}. Bài đã nộp vẫn được tính.`,
	'attempts-used-up': (f) =>
		`Bạn đã dùng hết ${f.attemptsMax ?? ''} lượt của vòng này. Các bài đã nộp vẫn được tính.`,
	'rule-later': (f) =>
		`Thể lệ cuộc thi có ${viRules[String(f.rule)] ?? f.rule}, mà phần mềm này chưa áp dụng được, nên chưa cho vào thi. Bạn hỏi ban tổ chức.`,
	'attempt-ended': () =>
		'Lượt thi này đã kết thúc nên câu trả lời không lưu thêm được. Những câu đã lưu trước đó vẫn được tính.',
	'continued-elsewhere': () =>
		'Bài đang được làm tiếp trên máy khác. Câu trả lời ở máy này được giữ riêng, không thay câu đã lưu. Muốn làm tiếp ở đây, bạn bấm Làm tiếp trên máy này.',
	'prediction-not-asked': () => 'Cuộc thi này không có câu dự đoán. Bài làm không thay đổi.',
	'prediction-needed': () =>
		'Bạn chưa trả lời câu dự đoán. Bạn nhập một số, hoặc chọn không dự đoán, rồi nộp bài. Các câu trả lời đã lưu đủ.',
	invalid: () =>
		'Câu trả lời không khớp với câu hỏi nên chưa được lưu. Những câu đã lưu vẫn giữ nguyên.',
	busy: () =>
		'Máy chủ đang đông. Chưa có gì được ghi, máy sẽ tự gửi lại sau ít giây. Bạn cứ làm tiếp.'
};

const viNotes: Notes = {
	...fileNotes.vi,
	'unreadable-line': () => 'dòng này không phải JSON đọc được; mỗi dòng là một bài thi',
	'unknown-round': (f) => `cuộc thi không có vòng "${f.roundId}"`,
	'unknown-person': (f) => `không có người mang mã "${f.personCode}" trong danh sách`,
	'not-in-scope': (f) => `người mang mã "${f.personCode}" không thuộc phạm vi cuộc thi`,
	'choose-unit': (f) =>
		`người mang mã "${f.personCode}" thuộc nhiều đơn vị (${f.units}); sửa danh sách để còn một`,
	'outside-round': (f) => `bắt đầu lúc ${f.startedAt}, ngoài giờ mở của vòng "${f.roundId}"`,
	'ends-before-start': () => 'submittedAt sớm hơn startedAt',
	'score-too-high': (f) => `điểm ${f.score} lớn hơn điểm tối đa ${f.maxScore} của vòng`,
	'too-many-attempts': (f) =>
		`người mang mã "${f.personCode}" có quá ${f.attemptsMax} lượt ở vòng "${f.roundId}"`,
	'starts-twice': (f) =>
		`người mang mã "${f.personCode}" đã có một lượt khác bắt đầu cùng lúc ở vòng "${f.roundId}"`,
	'out-of-order': (f) =>
		`người mang mã "${f.personCode}" đã có lượt bắt đầu muộn hơn ở vòng "${f.roundId}"; nhập các lượt theo thứ tự thời gian`
};

const vi = {
	refusals: viRefusals,
	notes: viNotes,
	faults: {
		'wrong-shape': 'không đúng dạng câu trả lời của loại câu hỏi này',
		'unknown-id': 'không có phương án này trong câu hỏi',
		'repeated-id': 'một phương án được nêu hai lần',
		'missing-id': 'thiếu phương án',
		'too-long': 'dài quá 1.000 ký tự',
		'unstorable-text': 'có ký tự không lưu được',
		'unknown-position': 'đề thi không có câu này',
		'unknown-writer': 'lượt thi chưa từng có số writer này'
	} as Readonly<Record<string, string>>
};

const enRules: Readonly<Record<string, string>> = {
	cooldownSeconds: 'a wait between attempts',
	minAge: 'a least age',
	maxAge: 'a greatest age',
	quietHours: 'quiet hours for people under 16',
	advancement: 'conditions to advance',
	boardFreezeMinutes: 'freezing the boards before the closing'
};

const en: typeof vi = {
	refusals: {
		'not-found': () => 'There is no such attempt, or it is not yours.',
		'sign-in-needed': () => 'Sign in with your card to take part.',
		'contestants-only': () =>
			'This is a staff account and has no card. Sign in with a card to take part.',
		'consent-missing': (f) =>
			String(f.missing ?? '').includes('guardian')
				? 'The consent needed to take part is not complete. Under 16, both you and a parent or guardian must agree. See the consent page, or hand in the paper form.'
				: 'You have not agreed to take part yet. See the consent page.',
		'round-not-open': (f) => `The round is not open yet. It opens at ${when(f.opensAt, 'en')}.`,
		'round-closed': (f) =>
			`The round closed at ${when(f.closesAt, 'en')}. What you handed in still counts.`,
		'attempts-used-up': (f) =>
			`You have used all ${f.attemptsMax ?? ''} attempts of this round. Those handed in still count.`,
		'rule-later': (f) =>
			`The contest’s rules have ${enRules[String(f.rule)] ?? f.rule}, which this version cannot apply yet, so nobody is let in. Ask the organiser.`,
		'attempt-ended': () =>
			'This attempt has ended, so nothing more can be saved. What was saved before still counts.',
		'continued-elsewhere': () =>
			'This attempt is being continued on another device. What you answered here is kept apart and replaces nothing. To go on here, press Continue on this device.',
		'prediction-not-asked': () => 'This contest asks no prediction. Nothing was changed.',
		'prediction-needed': () =>
			'The prediction is not answered yet. Enter a number or choose not to predict, then submit. All your answers are saved.',
		invalid: () =>
			'The answer does not fit the question, so it was not saved. Saved answers stand.',
		busy: () => 'The server is busy. Nothing was written; your device sends it again in a moment.'
	},
	notes: {
		...fileNotes.en,
		'unreadable-line': () => 'this line is not readable JSON; each line is one attempt',
		'unknown-round': (f) => `the contest has no round "${f.roundId}"`,
		'unknown-person': (f) => `nobody on a roster has the code "${f.personCode}"`,
		'not-in-scope': (f) => `the person "${f.personCode}" is outside the contest’s scope`,
		'choose-unit': (f) =>
			`the person "${f.personCode}" belongs to several units (${f.units}); leave one on the roster`,
		'outside-round': (f) => `started at ${f.startedAt}, outside round "${f.roundId}"`,
		'ends-before-start': () => 'submittedAt is before startedAt',
		'score-too-high': (f) => `score ${f.score} is above the round’s full marks ${f.maxScore}`,
		'too-many-attempts': (f) =>
			`the person "${f.personCode}" has more than ${f.attemptsMax} attempts in round "${f.roundId}"`,
		'starts-twice': (f) =>
			`the person "${f.personCode}" has another attempt that started at the same instant in round "${f.roundId}"`,
		'out-of-order': (f) =>
			`the person "${f.personCode}" has a later attempt in round "${f.roundId}" already; import attempts in order of time`
	},
	faults: {
		'wrong-shape': 'is not an answer to this type of question',
		'unknown-id': 'names an option that the question does not have',
		'repeated-id': 'names an option twice',
		'missing-id': 'leaves an option out',
		'too-long': 'is longer than 1,000 characters',
		'unstorable-text': 'holds a character that cannot be stored',
		'unknown-position': 'the paper has no such question',
		'unknown-writer': 'the attempt never gave this writer'
	}
};

export const takingWords: Record<Language, typeof vi> = { vi, en };
