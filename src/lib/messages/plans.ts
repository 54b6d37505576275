import type { Language } from '#lib/kernel/language.ts';
import type { Facts } from '#lib/kernel/outcome.ts';
import type { CountedThing, Direction, Evidence } from '#lib/plans/indicator.ts';
import type { Repeat } from '#lib/plans/deadline.ts';
import type { PlansRefusalCode } from '#lib/plans/refusals.ts';
import { fileNotes } from './files.ts';

type Sentences<Code extends string> = Record<Code, (facts: Facts) => string>;

const vi = {
	refusals: {
		'not-found': () => 'Không có kế hoạch này.'
	} as Sentences<PlansRefusalCode>,
	notes: {
		...fileNotes.vi,
		'days-out-of-order': () =>
			'Ngày kết thúc của kế hoạch phải sau ngày bắt đầu. Sửa một trong hai ngày.',
		'target-does-not-fit': () =>
			'Chỉ tiêu không khớp với chiều so sánh: ge, gt, eq cần [tử, mẫu]; range cần [ít nhất, nhiều nhất]; rank cần một số; none cần null.',
		'day-does-not-fit-repeat': () =>
			'Ngày không khớp với cách lặp: monthly cần DD, yearly cần MM-DD, once cần YYYY-MM-DD, on_request cần null.',
		'units-or-kinds': () =>
			'Chỉ tiêu đã nêu tên đơn vị (units) thì không nêu loại (kinds). Bỏ một trong hai.'
	} as Sentences<string>,
	title: 'Kế hoạch',
	none: 'Chưa có kế hoạch nào được nạp.',
	issuer: 'Cơ quan ban hành',
	number: 'Số, ký hiệu',
	issuedOn: 'Ngày ban hành',
	period: 'Thời gian thực hiện',
	periodText: (from: string, lastDay: string) => `từ ${from} đến hết ${lastDay}`,
	issuerClosed: (on: string) => `Cơ quan ban hành kết thúc hoạt động từ ${on}.`,
	counts: (tasks: number, indicators: number, deadlines: number) =>
		`${tasks} nhiệm vụ, ${indicators} chỉ tiêu, ${deadlines} hạn báo cáo`,
	indicators: 'Chỉ tiêu',
	tasks: 'Nhiệm vụ',
	deadlines: 'Hạn báo cáo',
	code: 'Mã',
	wording: 'Nội dung',
	lead: 'Thực hiện',
	joinedBy: 'Phối hợp',
	audience: 'Đối tượng',
	cadence: 'Thời gian, tần suất',
	source: 'Nguồn',
	measured: 'Cách tính',
	target: 'Mức cần đạt',
	noTarget: 'không nêu mức',
	measuresPart: 'Phần được đo',
	directions: {
		ge: (n: string) => `ít nhất ${n}`,
		gt: (n: string) => `trên ${n}`,
		eq: (n: string) => `${n}`,
		range: (n: string) => `từ ${n}`,
		rank: (n: string) => `hạng ${n} trở lên`,
		none: () => 'không nêu mức'
	} as Record<Direction, (n: string) => string>,
	rangeText: (least: number, most: number) => `${least} đến ${most}`,
	counted: { unit: 'đơn vị', person: 'người', event: 'sự kiện' } as Record<CountedThing, string>,
	evidence: {
		S1: 'có ít nhất một người hoàn thành bài thi',
		S2: 'đủ người hoàn thành bài thi so với sĩ số',
		S3: 'buổi ngoại khóa đã được người đứng đầu xác nhận',
		S2_or_S3: 'cuộc thi hoặc hoạt động đã được xác nhận',
		activity: 'hoạt động đã được xác nhận, có nhãn của chỉ tiêu',
		plan_and_activity: 'có kế hoạch và hoạt động, đều đã được xác nhận',
		document: 'kế hoạch của đơn vị đã được xác nhận',
		cadence: 'hoạt động đều đặn theo tháng hoặc tuần',
		events: 'số cuộc thi và sự kiện của cấp',
		pass_share: 'tỷ lệ người đạt bài thi trên tổng số',
		manual: 'số liệu nhập tay kèm minh chứng'
	} as Record<Evidence, string>,
	repeats: {
		monthly: 'hằng tháng',
		yearly: 'hằng năm',
		once: 'một lần',
		on_request: 'khi có yêu cầu'
	} as Record<Repeat, string>,
	before: (on: string) => `trước ngày ${on}`,
	lastDay: (on: string) => `ngày cuối còn đúng hạn: ${on}`,
	cutoff: (on: string) => `số liệu chốt đến hết ${on}`,
	ended: 'không còn kỳ báo cáo nào trong thời gian của kế hoạch'
};
const en: typeof vi = {
	refusals: {
		'not-found': () => 'There is no such plan.'
	},
	notes: {
		...fileNotes.en,
		'days-out-of-order': () => 'The period must end after it begins. Mend one of the two days.',
		'target-does-not-fit': () =>
			'The target does not fit the direction: ge, gt, eq take [numerator, denominator]; range takes [least, most]; rank takes a number; none takes null.',
		'day-does-not-fit-repeat': () =>
			'The day does not fit the repetition: monthly takes DD, yearly MM-DD, once YYYY-MM-DD, on_request null.',
		'units-or-kinds': () => 'An indicator names units or kinds, not both. Leave one out.'
	},
	title: 'Plans',
	none: 'No plan is loaded yet.',
	issuer: 'Issued by',
	number: 'Number',
	issuedOn: 'Issued on',
	period: 'Period',
	periodText: (from, lastDay) => `from ${from} to ${lastDay}`,
	issuerClosed: (on) => `The issuer ceased to be on ${on}.`,
	counts: (tasks, indicators, deadlines) =>
		`${tasks} tasks, ${indicators} indicators, ${deadlines} deadlines`,
	indicators: 'Indicators',
	tasks: 'Tasks',
	deadlines: 'Deadlines',
	code: 'Code',
	wording: 'Wording',
	lead: 'Led by',
	joinedBy: 'Joined by',
	audience: 'Audience',
	cadence: 'When',
	source: 'Source',
	measured: 'Counted as',
	target: 'Target',
	noTarget: 'no level named',
	measuresPart: 'Measured part',
	directions: {
		ge: (n) => `at least ${n}`,
		gt: (n) => `above ${n}`,
		eq: (n) => n,
		range: (n) => `from ${n}`,
		rank: (n) => `place ${n} or better`,
		none: () => 'no level named'
	},
	rangeText: (least, most) => `${least} to ${most}`,
	counted: { unit: 'units', person: 'people', event: 'events' },
	evidence: {
		S1: 'at least one person completed a contest',
		S2: 'enough people of the roll completed a contest',
		S3: 'a session confirmed by the head',
		S2_or_S3: 'a contest or a confirmed activity',
		activity: 'a confirmed activity with the indicator’s tag',
		plan_and_activity: 'a confirmed plan and a confirmed activity',
		document: 'the unit’s own plan, confirmed',
		cadence: 'activities in every month or week',
		events: 'the number of contests and events of the level',
		pass_share: 'people who passed, over the headcount',
		manual: 'values entered by hand with evidence'
	},
	repeats: {
		monthly: 'every month',
		yearly: 'every year',
		once: 'once',
		on_request: 'on request'
	},
	before: (on) => `before ${on}`,
	lastDay: (on) => `last day in time: ${on}`,
	cutoff: (on) => `figures up to and with ${on}`,
	ended: 'no further report within the plan’s period'
};
export const plansWords: Record<Language, typeof vi> = { vi, en };
