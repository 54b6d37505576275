import type { Select } from '#lib/contest/rules.ts';
import type { Language } from '#lib/kernel/language.ts';

interface ContestPageWords {
	readonly openCount: (n: number) => string;
	readonly noneOpen: string;
	readonly lede: string;
	readonly openContests: string;
	readonly questions: string;
	readonly minutes: string;
	readonly attempts: string;
	readonly kept: Record<Select, string>;
	readonly roundOf: (title: string, count: number) => string;
	readonly by: (organiser: string) => string;
	readonly enter: string;
	readonly see: string;
	readonly closesAt: (time: string) => string;
	readonly opensAt: (time: string) => string;
	readonly opensOn: (day: string) => string;
	readonly readAll: (n: number) => string;
	readonly closedAt: (time: string) => string;
	readonly upcoming: string;
	readonly closed: string;
	readonly nothingUpcoming: string;
	readonly nextOpening: (title: string, time: string) => string;
	readonly noContest: string;
	readonly noContestHint: string;
	readonly allContests: string;
	readonly rules: string;
	readonly article: (n: number) => string;
	readonly criteriaOf: readonly [round: string, final: string];
	readonly rounds: string;
	readonly attemptsLeft: (n: number) => string;
	readonly start: string;
	readonly startHint: string;
	readonly resume: string;
	readonly resumeHint: string;
	readonly signIn: string;
	readonly consent: string;
	readonly boards: string;
	readonly boardPeople: string;
	readonly boardUnits: string;
	readonly paperSize: string;
	readonly asName: (name: string) => string;
	readonly forUnit: (unit: string) => string;
	readonly inGroup: (group: string) => string;
	readonly chooseUnit: string;
	readonly chooseUnitHint: string;
	readonly wrongInformation: string;
	readonly basis: (title: string) => string;
	readonly timeZone: string;
	readonly idsCommitment: string;
	readonly rosterHash: string;
	readonly working: string;
	readonly perRound: string;
	readonly organise: string;
	readonly organiseHint: string;
	readonly gateOf: (round: string) => string;
	readonly gateHint: (factor: number) => string;
	readonly topic: string;
	readonly needed: string;
	readonly usable: string;
	readonly standing: string;
	readonly unfillable: string;
	readonly toPage: string;
	readonly none: string;
	readonly code: string;
}

const numbers = ['', 'Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín', 'Mười'];

const vi: ContestPageWords = {
	openCount: (n) => `${numbers[n] ?? n} cuộc thi đang mở`,
	noneOpen: 'Chưa có cuộc thi đang mở',
	lede: 'Tìm hiểu về chuyển đổi số. Bạn thi ngay trên điện thoại, mạng chậm vẫn lưu từng câu.',
	openContests: 'Cuộc thi đang mở',
	questions: 'câu hỏi',
	minutes: 'phút',
	attempts: 'lượt',
	kept: { best: 'lấy bài tốt nhất', last: 'lấy lượt sau cùng', first: 'lấy lượt đầu tiên' },
	roundOf: (title, count) => (count > 1 ? `${title} trong ${count} vòng.` : `${title}.`),
	by: (organiser) => `${organiser} tổ chức.`,
	enter: 'Vào thi',
	see: 'Xem cuộc thi',
	closesAt: (time) => `Đóng lúc ${time}`,
	opensAt: (time) => `Mở lúc ${time}`,
	opensOn: (day) => `Mở ${day}`,
	readAll: (n) => `Đọc đủ ${n} mục`,
	closedAt: (time) => `Đã đóng lúc ${time}`,
	upcoming: 'Sắp mở',
	closed: 'Đã kết thúc',
	nothingUpcoming: 'Chưa có cuộc thi nào sắp mở.',
	nextOpening: (title, time) => `Cuộc thi sắp tới mở lúc ${time}: ${title}.`,
	noContest: 'Chưa có cuộc thi nào',
	noContestHint: 'Khi ban tổ chức mở cuộc thi, cuộc thi hiện ở đây.',
	allContests: 'Cuộc thi',
	rules: 'Thể lệ',
	article: (n) => `Điều ${n}`,
	criteriaOf: ['Tiêu chí xếp hạng mỗi vòng', 'Tiêu chí xếp hạng chung cuộc'],
	rounds: 'Các vòng thi',
	attemptsLeft: (n) => `Bạn còn ${n} lượt`,
	start: 'Bắt đầu làm bài',
	startHint:
		'Đồng hồ chạy ngay khi bạn bấm và không dừng lại. Bạn thoát ra vẫn vào tiếp được, miễn là còn giờ.',
	resume: 'Làm bài tiếp',
	resumeHint: 'Bài của bạn đang mở và đồng hồ đang chạy. Những câu đã lưu vẫn còn.',
	signIn: 'Đăng nhập để thi',
	consent: 'Xem trang Đồng ý',
	boards: 'Bảng xếp hạng',
	boardPeople: 'Xếp hạng cá nhân',
	boardUnits: 'Xếp hạng đơn vị',
	paperSize: 'Mạng yếu vẫn thi được. Đề thi chỉ khoảng 38 KB.',
	asName: (name) => `Thi với tên ${name}`,
	forUnit: (unit) => unit,
	inGroup: (group) => `Bảng: ${group}`,
	chooseUnit: 'Bạn dự thi cho đơn vị nào?',
	chooseUnitHint: 'Lựa chọn này giữ cho cả cuộc thi.',
	wrongInformation: 'Thông tin chưa đúng? Báo thầy, cô.',
	basis: (title) =>
		`Căn cứ: ${title}. Thể lệ dưới đây được viết ra từ chính bộ quy tắc mà máy dùng để xếp hạng.`,
	timeZone: 'Giờ trên trang là giờ Việt Nam.',
	idsCommitment: 'Mã cam kết của khóa tạo mã thí sinh:',
	rosterHash: 'Mã băm của danh sách thí sinh lúc vòng đầu mở:',
	working: 'làm bài',
	perRound: 'mỗi vòng',
	organise: 'Cuộc thi của tôi',
	organiseHint: 'Kiểm tra ngân hàng câu hỏi có đủ ra đề cho từng vòng.',
	gateOf: (round) => `Cấu trúc đề, ${round}`,
	gateHint: (factor) =>
		`Đỏ: không ra được đề. Vàng: ít hơn ${factor} lần số câu của đề, hoặc điểm làm mất phần đúng một phần. Số câu tính vào ngày vòng mở.`,
	topic: 'Chủ đề',
	needed: 'Câu trong đề',
	usable: 'Câu dùng được',
	standing: 'Kết luận',
	unfillable: 'Chưa ra được đề cho vòng này. Bạn xem lý do ở các ô đỏ rồi sửa câu hỏi hoặc đề.',
	toPage: 'Trang cuộc thi',
	none: 'Bạn chưa có cuộc thi nào để tổ chức.',
	code: 'Mã'
};

const en: ContestPageWords = {
	openCount: (n) => (n === 1 ? 'One open contest' : `${n} open contests`),
	noneOpen: 'No contest is open now',
	lede: 'Learn about digital transformation. Take part on your phone; each answer is saved, also on a slow network.',
	openContests: 'Open contests',
	questions: 'questions',
	minutes: 'minutes',
	attempts: 'attempts',
	kept: { best: 'the best counts', last: 'the last counts', first: 'the first counts' },
	roundOf: (title, count) => (count > 1 ? `${title} of ${count} rounds.` : `${title}.`),
	by: (organiser) => `Organised by ${organiser}.`,
	enter: 'Enter',
	see: 'See the contest',
	closesAt: (time) => `Closes at ${time}`,
	opensAt: (time) => `Opens at ${time}`,
	opensOn: (day) => `Opens ${day}`,
	readAll: (n) => `Read all ${n} points`,
	closedAt: (time) => `Closed at ${time}`,
	upcoming: 'Upcoming',
	closed: 'Ended',
	nothingUpcoming: 'No contest is announced.',
	nextOpening: (title, time) => `The next contest opens at ${time}: ${title}.`,
	noContest: 'There is no contest yet',
	noContestHint: 'A contest shows here as soon as an organiser sets it up.',
	allContests: 'Contests',
	rules: 'Rules',
	article: (n) => `Article ${n}`,
	criteriaOf: ['Criteria of each round', 'Criteria of the final ranking'],
	rounds: 'Rounds',
	attemptsLeft: (n) => (n === 1 ? 'One attempt left' : `${n} attempts left`),
	start: 'Start',
	startHint:
		'The clock runs as soon as you press and does not stop. You may leave and come back while there is time.',
	resume: 'Go on with the attempt',
	resumeHint: 'Your attempt is open and its clock is running. What was saved is still there.',
	signIn: 'Sign in to take part',
	consent: 'See the consent page',
	boards: 'Standings',
	boardPeople: 'People',
	boardUnits: 'Units',
	paperSize: 'A weak network will do. The paper is only about 38 KB.',
	asName: (name) => `Taking part as ${name}`,
	forUnit: (unit) => unit,
	inGroup: (group) => `Group: ${group}`,
	chooseUnit: 'Which unit do you take part for?',
	chooseUnitHint: 'The choice stays for the whole contest.',
	wrongInformation: 'Is something wrong? Tell your teacher.',
	basis: (title) => `Basis: ${title}. The rules below are written from the very object that ranks.`,
	timeZone: 'Times are Vietnam time.',
	idsCommitment: 'Commitment of the key that makes contestants’ ids:',
	rosterHash: 'Hash of the list of contestants’ ids when the first round opened:',
	working: 'working time',
	perRound: 'a round',
	organise: 'My contests',
	organiseHint: 'Check that the item bank can fill the papers of each round.',
	gateOf: (round) => `Blueprint, ${round}`,
	gateHint: (factor) =>
		`Red: no paper can be drawn. Amber: fewer than ${factor} times the paper, or marks that lose the partly right. Items are counted on the day the round opens.`,
	topic: 'Topic',
	needed: 'In the paper',
	usable: 'Usable',
	standing: 'Standing',
	unfillable:
		'No paper can be drawn for this round. See why in the red cells, then mend the items or the blueprint.',
	toPage: 'Contest page',
	none: 'You have no contest to organise.',
	code: 'Code'
};

export const contestPageWords: Record<Language, ContestPageWords> = { vi, en };
