import type { Facts } from '#lib/kernel/outcome.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Why } from '#lib/verdicts/evidence.ts';
import type { Verdict } from '#lib/verdicts/judge-indicator.ts';
import type { VerdictsRefusalCode } from '#lib/verdicts/refusals.ts';

type Refusals = Record<VerdictsRefusalCode, (facts: Facts) => string>;

const vi = {
	refusals: {
		'not-found': () => 'Không có kế hoạch hoặc chỉ tiêu này, hoặc bạn không có quyền xem.',
		'sign-in-needed': () => 'Bạn cần đăng nhập để xem kết luận của chỉ tiêu.'
	} as Refusals,
	verdicts: {
		met: 'Đạt',
		exceeded: 'Vượt',
		not_met: 'Chưa đạt',
		insufficient: 'Chưa đủ số liệu',
		undefined: 'Không đánh giá (không nêu mức)'
	} as Record<Verdict, string>,
	noDenominator: 'Không xác định (mẫu số bằng 0)',
	why: {
		session: 'Có buổi ngoại khóa được người đứng đầu xác nhận trong kỳ',
		activity: 'Có hoạt động được xác nhận trong kỳ',
		document: 'Có kế hoạch của đơn vị được xác nhận trong kỳ',
		'plan-and-activity': 'Có cả kế hoạch và hoạt động được xác nhận trong kỳ',
		contest: 'Đủ học sinh dự cuộc thi đã công bố kết quả',
		'cadence-kept': 'Giữ đủ số lần trong mọi kỳ trọn vẹn',
		nothing: 'Chưa ghi nhận hoạt động nào được tính',
		'not-confirmed': 'Có ghi nhận nhưng người đứng đầu chưa xác nhận',
		'confirmed-late': 'Xác nhận sau ngày chốt số liệu',
		'outside-window': 'Hoạt động nằm ngoài kỳ tính',
		'plan-only': 'Có kế hoạch, chưa có hoạt động được xác nhận',
		'activity-only': 'Có hoạt động, chưa có kế hoạch được xác nhận',
		'contest-too-few': 'Chưa đủ học sinh dự thi (tối thiểu 10 em và 10% sĩ số)',
		'cadence-missed': 'Thiếu ít nhất một kỳ trọn vẹn',
		'no-headcount': 'Chưa khai sĩ số nên chưa biết có đủ 10% hay không'
	} as Record<Why, string>,
	plan: 'Kế hoạch',
	indicators: 'Chỉ tiêu',
	asOf: 'Chốt đến hết ngày',
	reading: 'Cách xếp đơn vị',
	asWas: 'Lúc đó',
	asNow: 'Hiện nay',
	show: 'Xem',
	wording: 'Nguyên văn trong kế hoạch',
	source: 'Căn cứ',
	howCounted: 'Cách tính',
	whoDecides: 'Ai quyết định cách tính này?',
	whoDecidesText:
		'Cách tính do người nạp kế hoạch khai trong tệp kế hoạch. Sửa tệp và nạp lại thì kết luận được tính lại từ đầu.',
	step1: 'Câu trong kế hoạch nói gì',
	step2: 'Đếm được bao nhiêu',
	step3: 'Kết luận',
	counted: 'Tính',
	notCounted: 'Không tính',
	unit: 'Đơn vị',
	reason: 'Lý do',
	unitsTable: 'Danh sách đơn vị làm căn cứ',
	schoolsTable: 'Danh sách trường làm căn cứ',
	of: (n: string, d: string) => `${n} trên ${d} đơn vị`,
	peopleOf: (n: string, d: string) => `${n} trên ${d} người`,
	events: (n: string) => `${n} sự kiện`,
	target: {
		ge: (t: string) => `Mức cần đạt: từ ${t} trở lên`,
		gt: (t: string) => `Mức cần đạt: trên ${t}`,
		eq: (t: string) => `Mức cần đạt: ${t}`,
		range: (from: string, to: string) => `Mức cần đạt: ${from} đến ${to} sự kiện`,
		rank: (t: string) => `Mức cần đạt: hạng ${t} trở lên`,
		none: 'Kế hoạch không nêu mức, nên không đánh giá'
	},
	compared: (left: string, right: string, sign: string) => `${left} ${sign} ${right}`,
	comparedNote: (n: string, d: string, tn: string, td: string) =>
		`So bằng số nguyên, không làm tròn: ${n} × ${td} với ${tn} × ${d}`,
	shortBy: (n: string) => `Còn thiếu ${n} đơn vị nữa thì đạt.`,
	evidence: {
		S1: 'Trường có ít nhất 1 học sinh hoàn thành một cuộc thi đã công bố',
		S2: 'Trường có ít nhất 10 học sinh và 10% sĩ số hoàn thành một cuộc thi đã công bố',
		S3: 'Trường có buổi ngoại khóa được hiệu trưởng xác nhận. Không tính: trường chỉ có học sinh dự thi trực tuyến',
		S2_or_S3:
			'Trường có buổi ngoại khóa hoặc hình thức khác được xác nhận, hoặc đủ học sinh dự thi',
		activity: 'Đơn vị có hoạt động được xác nhận',
		plan_and_activity: 'Đơn vị có cả kế hoạch và hoạt động được xác nhận',
		document: 'Đơn vị có kế hoạch được xác nhận',
		cadence: 'Đơn vị giữ đủ số lần trong mọi tháng (tuần) trọn vẹn',
		events: 'Cuộc thi đã công bố và hội nghị, hội thảo được xác nhận ở cấp đó',
		pass_share: 'Người đạt một cuộc thi của kế hoạch trên mẫu số của cơ quan ban hành',
		manual: 'Số liệu nhập tay; phiên bản này chưa nhận, nên chưa đủ số liệu'
	} as Record<string, string>,
	measuresPart: 'Chỉ đo một phần của câu',
	snapshot: 'Mã bản chốt',
	coverage: (declared: string, all: string) => `${declared}/${all} đơn vị đã có đủ mẫu số`,
	issuerClosed: (day: string) =>
		`Cơ quan ban hành đã kết thúc ngày ${day}; cách xếp “lúc đó” lấy ngày cuối cùng.`,
	window: (from: string, to: string) => `Tính các việc từ ${from} đến hết ${to}`,
	noUnits: 'Chỉ tiêu này không đếm theo đơn vị.'
};
const en: typeof vi = {
	refusals: {
		'not-found': () => 'There is no such plan or indicator, or you may not see it.',
		'sign-in-needed': () => 'Sign in to see the verdict of an indicator.'
	},
	verdicts: {
		met: 'Met',
		exceeded: 'Exceeded',
		not_met: 'Not met',
		insufficient: 'Not enough data',
		undefined: 'Not judged (no target stated)'
	},
	noDenominator: 'Undefined (the denominator is 0)',
	why: {
		session: 'Has a session confirmed by its head inside the window',
		activity: 'Has an activity confirmed inside the window',
		document: 'Has a plan of its own confirmed inside the window',
		'plan-and-activity': 'Has both a plan and an activity confirmed inside the window',
		contest: 'Enough pupils took part in a published contest',
		'cadence-kept': 'Kept the number in every whole span',
		nothing: 'Nothing that counts is recorded',
		'not-confirmed': 'Recorded, but not confirmed by the head',
		'confirmed-late': 'Confirmed after the cut-off day',
		'outside-window': 'Held outside the window',
		'plan-only': 'Has a plan, but no confirmed activity',
		'activity-only': 'Has an activity, but no confirmed plan',
		'contest-too-few': 'Too few pupils took part (at least 10 and 10 % of the roll)',
		'cadence-missed': 'Missed at least one whole span',
		'no-headcount': 'No roll declared, so 10 % is not known'
	},
	plan: 'Plan',
	indicators: 'Indicators',
	asOf: 'As of the end of',
	reading: 'Units as',
	asWas: 'At the time',
	asNow: 'Today',
	show: 'Show',
	wording: 'The plan’s own words',
	source: 'Source',
	howCounted: 'How it is counted',
	whoDecides: 'Who decided how to count?',
	whoDecidesText:
		'The way of counting is declared in the plan’s file. Change the file, load it again, and the verdict is computed anew.',
	step1: 'What the plan says',
	step2: 'What was counted',
	step3: 'The verdict',
	counted: 'Counted',
	notCounted: 'Not counted',
	unit: 'Unit',
	reason: 'Why',
	unitsTable: 'The units behind it',
	schoolsTable: 'The schools behind it',
	of: (n, d) => `${n} of ${d} units`,
	peopleOf: (n, d) => `${n} of ${d} people`,
	events: (n) => `${n} events`,
	target: {
		ge: (t) => `Target: at least ${t}`,
		gt: (t) => `Target: above ${t}`,
		eq: (t) => `Target: ${t}`,
		range: (from, to) => `Target: ${from} to ${to} events`,
		rank: (t) => `Target: place ${t} or better`,
		none: 'The plan states no target, so there is no verdict'
	},
	compared: (left, right, sign) => `${left} ${sign} ${right}`,
	comparedNote: (n, d, tn, td) =>
		`Compared by whole numbers, without rounding: ${n} × ${td} with ${tn} × ${d}`,
	shortBy: (n) => `${n} more units are needed.`,
	evidence: {
		S1: 'A school with at least 1 pupil who completed a published contest',
		S2: 'A school where at least 10 pupils and 10 % of the roll completed a published contest',
		S3: 'A school with a session confirmed by its head. Not counted: a school whose pupils only took part online',
		S2_or_S3: 'A school with a confirmed session or other form, or with enough pupils in a contest',
		activity: 'A unit with a confirmed activity',
		plan_and_activity: 'A unit with both a confirmed plan and a confirmed activity',
		document: 'A unit with a confirmed plan',
		cadence: 'A unit that kept the number in every whole month (week)',
		events: 'Published contests, and conferences confirmed at that level',
		pass_share: 'People who passed a contest of the plan, over the issuer’s headcount',
		manual: 'Entered by hand; this version does not take it yet, so there is not enough data'
	},
	measuresPart: 'Measures a part of the sentence only',
	snapshot: 'Snapshot',
	coverage: (declared, all) => `${declared}/${all} units have their headcounts`,
	issuerClosed: (day) => `The issuer closed on ${day}; “at the time” takes its last day.`,
	window: (from, to) => `Counts what was held from ${from} to the end of ${to}`,
	noUnits: 'This indicator does not count units.'
};
export const verdictsWords: Record<Language, typeof vi> = { vi, en };
