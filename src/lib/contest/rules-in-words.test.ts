import { expect, test } from 'vitest';
import type { Language } from '#lib/kernel/language.ts';
import { readContestFile } from './contest-file.ts';
import type { NamesForRules } from './awards-in-words.ts';
import { rulesAsTexts, rulesInWords } from './rules-in-words.ts';
import { sampleContestFile } from './sample-contest.fixture.ts';

type Json = Record<string, unknown>;

const names: NamesForRules = {
	unit: (key) => `Đơn vị ${key}`,
	term: (code) => `Chủ đề ${code}`,
	commitments: new Map([
		['r1', 'aa11'],
		['r2', 'bb22']
	])
};

/** The thể lệ of the sample with some values set at their paths, as one text. */
function textOf(
	changes: Readonly<Record<string, unknown>> = {},
	language: Language = 'vi'
): string {
	const file = sampleContestFile() as Json;
	for (const [path, value] of Object.entries(changes)) {
		const steps = path.split('/');
		const last = steps.pop() ?? '';
		steps.reduce<Json>((at, step) => at[step] as Json, file)[last] = value;
	}
	const { definition, notes } = readContestFile(JSON.stringify(file));
	expect(notes).toEqual([]);
	if (definition === null) throw new Error('the sample is a whole contest');
	return rulesAsTexts(rulesInWords(definition, names, language), language).join('\n');
}

test.each<[Record<string, unknown>, string]>([
	[{}, 'Căn cứ: Kế hoạch tổ chức Cuộc thi số 25-KH/ĐTN ngày 01/09/2026.'],
	[{}, 'Đơn vị tổ chức: Đơn vị thanh-doan.'],
	[{}, 'Người dự thi: đoàn viên.'],
	[{}, 'Thuộc: Đơn vị doan-phuong-a; Đơn vị doan-phuong-b.'],
	[{}, 'Bảng “Khối trường học”: đoàn viên thuộc Đơn vị doan-truong.'],
	[{}, 'Mỗi người thuộc bảng đầu tiên phù hợp'],
	[{}, 'Đơn vị của mỗi người là đơn vị của ngày 05/10/2026.'],
	[{}, 'Tuần 1: mở lúc 08:00 ngày\u00a005/10/2026, đóng lúc 20:00 ngày\u00a011/10/2026.'],
	[{}, '3 câu, chọn ngẫu nhiên theo chủ đề cho từng lượt thi.'],
	[{}, 'Chủ đề CDS.0: 2 câu; Chủ đề CDS.A, Chủ đề nhan_biet: 1 câu. Mỗi câu 1 điểm.'],
	[{ 'blueprint/0/marks': 2 }, 'Chủ đề CDS.0: 2 câu, mỗi câu 2 điểm; '],
	[{ 'blueprint/0/marks': null }, 'Chủ đề CDS.0: 2 câu; '],
	[{ 'rules/durationSeconds': 900 }, 'Thời gian làm bài là 15\u00a0phút.'],
	[{ 'rules/attemptsMax': 2 }, 'Mỗi người có tối đa 2 lượt thi trong một vòng.'],
	[{ 'rules/select': 'best' }, 'Kết quả của vòng là bài điểm cao nhất'],
	[{ 'rules/select': 'last' }, 'bài của lượt thi sau cùng'],
	[{ 'rules/select': 'first' }, 'bài của lượt thi đầu tiên'],
	[{ 'rules/grace': true }, 'được làm đủ thời gian, kể cả khi vòng đã đóng'],
	[{ 'rules/grace': false }, 'Khi vòng đóng, bài đang làm kết thúc'],
	[{}, 'dự đoán số người trả lời đúng tất cả các câu trong vòng'],
	[
		{ 'rules/prediction': { quantity: 'PARTICIPANTS', rule: 'not_over' } },
		'dự đoán số người dự thi trong vòng'
	],
	[
		{ 'rules/prediction': { quantity: 'ATTEMPTS', rule: 'not_over' } },
		'Dự đoán lớn hơn con số thực tế thì không được xét'
	],
	[{ 'rules/prediction/rule': 'abs' }, 'Dự đoán lệch ít hơn xếp trên, dù thừa hay thiếu.'],
	[
		{},
		'Tiêu chí 1: điểm cao hơn. Tiêu chí 2: dự đoán lệch ít hơn. Tiêu chí 3: làm bài nhanh hơn. Tiêu chí 4: nộp bài sớm hơn.'
	],
	[
		{},
		'Tiêu chí 1: điểm cao hơn. Tiêu chí 2: làm bài nhanh hơn. Tiêu chí 3: ít lượt thi hơn. Tiêu chí 4: nộp bài đầu tiên sớm hơn.'
	],
	[
		{
			'rules/ranking/round': [
				['startedAt', 'asc'],
				['registeredAt', 'asc'],
				['perfect', 'desc']
			]
		},
		'Tiêu chí 1: vào thi sớm hơn. Tiêu chí 2: đăng ký sớm hơn. Tiêu chí 3: nhiều vòng đạt điểm tối đa hơn.'
	],
	[{}, 'Bằng nhau ở mọi tiêu chí thì đồng hạng'],
	[{ 'rules/onlyAllCorrect': true }, 'Chỉ người đạt điểm tối đa được xét giải.'],
	[
		{},
		'Giải Nhất tuần 1: 1 giải, xét ở Tuần 1; 1.000.000 đồng và Giấy khen. Tính 10 điểm quy đổi cho đơn vị. Đồng hạng ở suất cuối của một giải thì rút thăm. Nhóm giải “weekly”.'
	],
	[
		{},
		'Giải Nhất chung cuộc: 2 giải, xét ở chung cuộc, bảng “Khối trường học”; Bằng khen. Từ 3 điểm trở lên. Đồng hạng ở suất cuối của một giải thì cùng được giải. Nhóm giải “final”.'
	],
	[{}, 'Trong nhóm giải “weekly”, mỗi người nhận một giải: giải đến trước'],
	[{}, 'Trong nhóm giải “final”, mỗi người nhận một giải: giải có điểm quy đổi cao nhất.'],
	[{}, 'Mã cam kết của lần rút thăm, Tuần 1: aa11.'],
	[{ 'rules/prizes/1/tie': 'draw' }, 'Mã cam kết của lần rút thăm, Tuần 2: bb22.'],
	[{ 'rules/prizeShareCap': [1, 3] }, 'Tổng số giải không quá 1/3 số người dự thi'],
	[{}, 'Xếp hạng: Đơn vị doan-phuong-a; Đơn vị doan-phuong-b.'],
	[{ rankedUnits: { tree: 'education', kinds: ['school'] } }, 'Xếp hạng các đơn vị: trường.'],
	[{}, 'Nhóm “Bảng A”: từ 200 người.'],
	[{}, 'Nhóm “Bảng B”: dưới 200 người.'],
	[{}, 'Mẫu số là tổng số đoàn viên tính đến ngày 05/10/2026.'],
	[{ 'rules/collective': { formula: 'M1' } }, 'Đơn vị có nhiều người dự thi hơn xếp trên.'],
	[{ 'rules/collective': { formula: 'M2' } }, 'Xếp theo tỷ lệ người dự thi trên mẫu số'],
	[
		{
			'rules/collective/weights': [
				[2, 3],
				[1, 3]
			]
		},
		'2/3 × tỷ lệ người dự thi (tối đa 100%) + 1/3 × điểm trung bình'
	],
	[{ 'rules/collective': { formula: 'M4' } }, 'trung bình các vòng (mỗi vòng tối đa 100)'],
	[{ 'rules/collective': { formula: 'M5', k: 7 } }, '7 mức đầu được từ 7 xuống 1 điểm'],
	[
		{
			'rules/collective/formula': 'M6',
			'rules/collective/bands': [
				{ below: 50, gate: [3, 10] },
				{ below: null, gate: null }
			]
		},
		'Đơn vị dưới 50 người: từ 30% trở lên dự thi. Đơn vị còn lại: không cần tỷ lệ tối thiểu.'
	],
	[{ 'rules/collective': { formula: 'M7' } }, 'có ít nhất một giải cá nhân'],
	[{ 'rules/collective/gate': [4, 5] }, 'từ 80% mẫu số trở lên dự thi'],
	[{ 'rules/collective/minHeadcount': 15 }, 'mẫu số dưới 15 người không xếp hạng'],
	[{}, 'Bằng nhau thì xét lần lượt: tỷ lệ dự thi cao hơn, mẫu số lớn hơn; vẫn bằng nhau'],
	[{ 'rules/collective/tieBreak': ['participants'] }, 'nhiều người dự thi hơn; vẫn bằng nhau'],
	[{ 'rules/collective/tieBreak': [] }, 'Bằng nhau thì đồng hạng.'],
	[{ 'rules/showAnswers': 'never' }, 'Đáp án không công bố.'],
	[{ 'rules/showScore': 'at_once' }, 'Điểm hiện ngay sau khi nộp bài.'],
	[{ 'rules/showScore': 'after_round' }, 'Điểm hiện sau khi vòng đóng.'],
	[{ 'rules/passShare': [7, 10] }, 'Bài đạt là bài có từ 70% điểm tối đa trở lên.'],
	[{ 'rules/appealWorkingDays': 7 }, 'Trong 7 ngày làm việc'],
	[{ 'rules/appealWorkingDays': 0 }, 'không có thời gian phúc khảo'],
	[{ 'rules/networkAllowanceMs': 5000 }, 'đến muộn không quá 5\u00a0giây vẫn được nhận'],
	[{ 'rules/networkAllowanceMs': 0 }, 'đến máy chủ sau giờ kết thúc không được nhận'],
	[{ 'rules/cooldownSeconds': 600 }, 'Hai lượt thi cách nhau ít nhất 10\u00a0phút.'],
	[{ 'rules/minAge': 15 }, 'Từ đủ 15 tuổi trở lên.'],
	[{ 'rules/maxAge': 30 }, 'Không quá 30 tuổi.'],
	[{ 'rules/quietHours': ['22:00', '06:00'] }, 'không vào thi từ 22:00 đến 06:00'],
	[
		{ 'rules/advancement': { from: 'r1', to: 'r2', top: 3, per: 'unit' } },
		'3 người xếp đầu mỗi đơn vị của Tuần 1 được vào Tuần 2.'
	]
])('with %j the thể lệ says: %s', (changes, sentence) => {
	expect(textOf(changes)).toContain(sentence);
});

/** Each rule with another value than the sample's: whatever changes must be readable in both languages. */
const others: [path: string, value: unknown][] = [
	['rules/durationSeconds', 901],
	['rules/attemptsMax', 9],
	['rules/select', 'last'],
	['rules/grace', true],
	['rules/prediction', null],
	['rules/prediction/quantity', 'ATTEMPTS'],
	['rules/prediction/rule', 'not_over'],
	['rules/ranking/round', [['score', 'desc']]],
	['rules/ranking/final', [['score', 'desc']]],
	['rules/onlyAllCorrect', true],
	['rules/prizes', []],
	['rules/prizes/0/on', 'r2'],
	['rules/prizes/0/group', 'dia-ban'],
	['rules/prizes/0/title', 'Giải khác'],
	['rules/prizes/0/quota', 9],
	['rules/prizes/0/minScore', 9],
	['rules/prizes/0/points', 9],
	['rules/prizes/0/tie', 'co_award'],
	['rules/prizes/0/scope', 'final'],
	['rules/prizes/0/reward', 'Sách'],
	['rules/scopes', { weekly: 'highest', final: 'highest' }],
	['rules/prizeShareCap', null],
	['rules/collective', null],
	['rules/showAnswers', 'never'],
	['rules/passShare', [9, 10]],
	['rules/appealWorkingDays', 9],
	['rules/networkAllowanceMs', 9000],
	['rules/cooldownSeconds', 9],
	['rules/minAge', 9],
	['rules/maxAge', 99],
	['rules/quietHours', ['21:00', '05:00']],
	['rules/showScore', 'at_once'],
	['rules/advancement', { from: 'r1', to: 'r2', top: 9, per: 'overall' }]
];

test.each(others)('a change of %s is readable in both languages', (path, value) => {
	expect(textOf({ [path]: value }, 'vi')).not.toBe(textOf({}, 'vi'));
	expect(textOf({ [path]: value }, 'en')).not.toBe(textOf({}, 'en'));
});

test('every rule that there is has been changed once above', () => {
	const changed = new Set(others.map(([path]) => path.split('/')[1]));
	// Refused by name at import.
	changed.add('boardFreezeMinutes');
	expect(Object.keys(sampleContestFile().rules).filter((rule) => !changed.has(rule))).toEqual([]);
});

test('what this version does not do is not promised', () => {
	const text = textOf({ 'rules/boardFreezeMinutes': 30, 'rules/showAnswers': 'after_round' });
	expect(text).not.toMatch(/thi thử|30 phút|[Đđ]áp án|chứng nhận/);
});

test('what all prizes have in common is said once', () => {
	const text = textOf({
		'rules/prizes/0/tie': 'co_award',
		'rules/prizes/0/scope': 'final',
		'rules/scopes': { final: 'first' }
	});
	expect(text.match(/cùng được giải/g)).toHaveLength(1);
	expect(text).toContain('Mỗi người nhận một giải: giải đến trước');
	expect(text).not.toContain('Nhóm giải');
});

test('a contest without prediction, prizes and unit ranking has no article on them', () => {
	const text = textOf({
		'rules/prediction': null,
		'rules/ranking/round': [['score', 'desc']],
		'rules/prizes': [],
		'rules/collective': null
	});
	expect(text).not.toMatch(/Câu hỏi phụ|Giải thưởng|Xếp hạng tập thể/);
});
