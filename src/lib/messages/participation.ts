import type { Facts } from '#lib/kernel/outcome.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { ParticipationRefusalCode } from '#lib/participation/refusals.ts';

const vi = {
	refusals: {
		'not-found': () => 'Không có số liệu này, hoặc bạn không có quyền xem.',
		'sign-in-needed': () => 'Bạn cần đăng nhập để xem số liệu tham gia.'
	} as Record<ParticipationRefusalCode, (facts: Facts) => string>,
	title: 'Tham gia',
	heading: (contest: string) => `Tham gia: ${contest}`,
	people: 'người dự thi',
	attempts: 'lượt thi',
	rate: 'tỷ lệ tham gia',
	headcount: 'mẫu số',
	noHeadcount: 'chưa có mẫu số',
	ofHeadcount: (headcount: string) => `trên ${headcount} người theo mẫu số`,
	headcountAsOf: (day: string) => `Mẫu số tính đến ngày ${day}`,
	coverage: (declared: string, all: string) => `${declared}/${all} đơn vị đã khai mẫu số`,
	leftOut: (missing: string) =>
		`Tỷ lệ không tính người dự thi của ${missing} đơn vị chưa khai mẫu số.`,
	overHeadcount: (people: string, headcount: string) =>
		`${people} người dự thi, mẫu số khai ${headcount}`,
	toLookAt: 'Việc cần xem',
	nothingToLookAt: 'Chưa có việc nào cần xem.',
	missing: (unit: string) => `${unit}: chưa khai mẫu số`,
	dropOff: 'Từ đăng ký đến đúng hết',
	registered: 'Đăng ký',
	started: 'Bắt đầu',
	completed: 'Hoàn thành',
	passed: 'Đạt',
	perfect: 'Đúng hết',
	table: 'Theo đơn vị',
	unit: 'Đơn vị',
	total: 'Toàn đơn vị',
	reading: 'Cách xếp đơn vị',
	asWas: 'Lúc thi',
	asNow: 'Hiện nay',
	asOf: 'Tính đến hết ngày',
	show: 'Xem',
	closedOn: (day: string) =>
		`Đơn vị đã kết thúc ngày ${day}; số liệu theo cây đơn vị của ngày cuối cùng.`,
	chooseContest: 'Cuộc thi',
	nobody: 'Chưa có ai dự thi',
	nobodyWhy: 'Số liệu hiện ra khi có người mở trang cuộc thi hoặc có danh sách được xác nhận.',
	noContest: 'Chưa có cuộc thi nào',
	noContestWhy: 'Khi ban tổ chức đưa cuộc thi lên, số liệu của đơn vị hiện ở đây.'
};
const en: typeof vi = {
	refusals: {
		'not-found': () => 'There are no such figures, or you may not see them.',
		'sign-in-needed': () => 'Sign in to see figures of participation.'
	},
	title: 'Participation',
	heading: (contest) => `Participation: ${contest}`,
	people: 'people taking part',
	attempts: 'attempts',
	rate: 'participation rate',
	headcount: 'headcount',
	noHeadcount: 'no headcount yet',
	ofHeadcount: (headcount) => `of ${headcount} people by headcount`,
	headcountAsOf: (day) => `Headcount as of ${day}`,
	coverage: (declared, all) => `${declared}/${all} units declared a headcount`,
	leftOut: (missing) => `The rate leaves out the people of ${missing} units without a headcount.`,
	overHeadcount: (people, headcount) => `${people} people, declared headcount ${headcount}`,
	toLookAt: 'To look at',
	nothingToLookAt: 'Nothing to look at.',
	missing: (unit) => `${unit}: no headcount declared`,
	dropOff: 'From registered to perfect',
	registered: 'Registered',
	started: 'Started',
	completed: 'Completed',
	passed: 'Passed',
	perfect: 'Perfect',
	table: 'By unit',
	unit: 'Unit',
	total: 'Whole unit',
	reading: 'Units as',
	asWas: 'At the time',
	asNow: 'Today',
	asOf: 'Up to and with',
	show: 'Show',
	closedOn: (day) => `The unit closed on ${day}; figures follow the tree of its last day.`,
	chooseContest: 'Contest',
	nobody: 'Nobody has taken part yet',
	nobodyWhy: 'Figures appear when somebody opens the contest’s page or a roster is confirmed.',
	noContest: 'No contest yet',
	noContestWhy: 'When an organiser loads a contest, the figures of the unit appear here.'
};
export const participationWords: Record<Language, typeof vi> = { vi, en };
