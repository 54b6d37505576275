import type { Language } from '#lib/kernel/language.ts';
import type { RankingKey } from '#lib/standings/ranking-keys.ts';

interface StandingsPageWords {
	readonly results: string;
	readonly resultsLede: string;
	readonly noResults: string;
	readonly noResultsWhy: string;
	readonly tabs: string;
	readonly publications: string;
	readonly round: string;
	readonly final: string;
	readonly finalOf: (title: string) => string;
	readonly toContest: string;
	readonly watermark: (n: number) => string;
	readonly live: string;
	readonly published: (version: number, time: string) => string;
	readonly code: (sha256: string) => string;
	readonly seePublication: string;
	readonly notPublished: string;
	readonly filters: string;
	readonly show: string;
	readonly allGroups: string;
	readonly allUnits: string;
	readonly allLeagues: string;
	readonly noLeague: string;
	readonly league: string;
	readonly pages: string;
	readonly previous: string;
	readonly next: string;
	readonly asJson: string;
	readonly notOpened: (time: string) => string;
	readonly nobodyHere: string;

	readonly headcountOn: (audience: string, day: string) => string;
	readonly rateLabel: string;
	readonly withHeadcount: string;
	readonly ofUnits: (counted: string, all: string) => string;
	readonly leftOut: (n: string) => string;
	readonly hiddenWhileOpen: string;
	readonly gate: (share: string) => string;
	readonly bar: string;
	readonly method: string;
	readonly cumulative: (from: string, to: string) => string;
	readonly attemptsNote: string;
	readonly onlyCounted: string;
	readonly unranked: string;
	readonly rankAndUnit: string;

	readonly person: string;
	readonly keyHeads: Record<RankingKey | 'prediction', string>;
	readonly noGuess: string;
	readonly tooHigh: string;
	readonly you: string;
	readonly yourPlace: string;
	readonly why: string;
	readonly rankAndPerson: string;
	readonly compareTitle: (above: number, below: number) => string;
	readonly compareShared: (rank: number) => string;
	readonly compareLead: string;
	readonly equal: string;
	readonly compareLink: (above: number, below: number) => string;
	readonly better: Record<RankingKey, { readonly asc: string; readonly desc: string }>;
	readonly actual: (n: string) => string;
	readonly legend: string;
	readonly finalWaits: string;
	readonly finalWaitsWhy: string;

	readonly whole: string;
	readonly versions: string;
	readonly noVersions: string;
	readonly noVersionsWhy: string;
	readonly what: string;
	readonly version: string;
	readonly versionN: (n: number) => string;
	readonly publishedAt: string;
	readonly inForce: string;
	readonly superseded: string;
	readonly standingsHash: string;
	readonly files: string;
	readonly fileWords: Readonly<Record<'contest' | 'attempts' | 'standings' | 'sums', string>>;
	readonly verify: string;
	readonly verifySteps: readonly string[];
	readonly verifyNote: string;
	readonly draws: string;
	readonly drawsLede: string;
	readonly commitment: string;
	readonly seed: string;
	readonly seedLater: string;
	readonly drawCheck: string;
	readonly publicIds: string;
	readonly publicIdsLede: string;
	readonly rosterHash: string;
	readonly rosterHashLater: string;
	readonly prizes: string;
	readonly prize: string;
	readonly noPrizes: string;
}

const vi: StandingsPageWords = {
	results: 'Kết quả',
	resultsLede: 'Bảng xếp hạng của từng cuộc thi, và bộ số liệu để ai cũng tính lại được.',
	noResults: 'Chưa có kết quả',
	noResultsWhy: 'Bảng xếp hạng hiện ra khi vòng thi đầu tiên mở.',
	tabs: 'Các bảng của cuộc thi',
	publications: 'Công bố',
	round: 'Vòng thi',
	final: 'Chung cuộc',
	finalOf: (title) => `Chung cuộc, đến hết ${title}`,
	toContest: 'Trang cuộc thi',
	watermark: (n) => `mốc số liệu ${n}`,
	live: 'Bảng tự cập nhật khi trang này đang mở.',
	published: (version, time) => `Bản công bố ${version}, ${time}.`,
	code: (sha256) => `Mã kiểm chứng ${sha256}.`,
	seePublication: 'Xem bản công bố và tải số liệu',
	notPublished: 'Ban tổ chức chưa công bố kết quả này.',
	filters: 'Lọc bảng xếp hạng',
	show: 'Xem',
	allGroups: 'Tất cả bảng',
	allUnits: 'Tất cả đơn vị',
	allLeagues: 'Tất cả',
	noLeague: 'Chưa xếp bảng',
	league: 'Bảng đơn vị',
	pages: 'Các trang của bảng',
	previous: 'Trang trước',
	next: 'Trang sau',
	asJson: 'Số liệu dạng JSON',
	notOpened: (time) => `Vòng thi mở lúc ${time}. Bảng xếp hạng hiện ra khi có bài nộp đầu tiên.`,
	nobodyHere: 'Không có ai khớp với bộ lọc này. Bạn chọn "Tất cả bảng" hoặc "Tất cả đơn vị".',

	headcountOn: (audience, day) => `${audience} (chốt ngày ${day})`,
	rateLabel: 'tỷ lệ tham gia',
	withHeadcount: 'đã có mẫu số',
	ofUnits: (counted, all) => `${counted}/${all} đơn vị`,
	leftOut: (n) => `không tính ${n} người của đơn vị chưa có mẫu số`,
	hiddenWhileOpen: 'công bố khi vòng đóng',
	gate: (share) => `Ngưỡng xét ${share}`,
	bar: 'Tỷ lệ tham gia',
	method: 'Cách tính.',
	cumulative: (from, to) =>
		`Số người và lượt thi của đơn vị cộng từ ${from} đến hết ${to}; một người chỉ tính một lần.`,
	attemptsNote: 'Hai đơn vị bằng nhau ở mọi tiêu chí thì đồng hạng, hạng kế tiếp bỏ trống.',
	onlyCounted:
		'Các đơn vị ở đây mới được đếm, chưa xếp hạng: phần mềm chưa tính được cách xếp hạng này.',
	unranked: 'không xếp hạng',
	rankAndUnit: 'Hạng và đơn vị',

	person: 'Thí sinh',
	keyHeads: {
		score: 'Điểm',
		prediction: 'Dự đoán',
		predictionError: 'Lệch',
		elapsed: 'Thời gian làm',
		submittedAt: 'Nộp lúc',
		startedAt: 'Vào thi lúc',
		firstSubmittedAt: 'Nộp bài đầu lúc',
		registeredAt: 'Đăng ký lúc',
		attempts: 'Lượt thi',
		perfect: 'Lần đạt tuyệt đối'
	},
	noGuess: 'không đoán',
	tooHigh: 'vượt số thực tế',
	you: 'Bạn',
	yourPlace: 'Vị trí của bạn',
	why: 'So với người kế tiếp',
	rankAndPerson: 'Hạng và thí sinh',
	compareTitle: (above, below) => `Vì sao hạng ${above} đứng trên hạng ${below}?`,
	compareShared: (rank) => `Vì sao hai người cùng hạng ${rank}?`,
	compareLead: 'Xét lần lượt, dừng ở tiêu chí đầu tiên có khác biệt.',
	equal: 'bằng',
	compareLink: (above, below) => `So sánh hạng ${above} với hạng ${below}`,
	better: {
		score: { desc: 'cao hơn', asc: 'thấp hơn' },
		predictionError: { asc: 'sát hơn', desc: 'xa hơn' },
		elapsed: { asc: 'nhanh hơn', desc: 'lâu hơn' },
		submittedAt: { asc: 'trước', desc: 'sau' },
		startedAt: { asc: 'trước', desc: 'sau' },
		firstSubmittedAt: { asc: 'trước', desc: 'sau' },
		registeredAt: { asc: 'trước', desc: 'sau' },
		attempts: { asc: 'ít hơn', desc: 'nhiều hơn' },
		perfect: { desc: 'nhiều hơn', asc: 'ít hơn' }
	},
	actual: (n) => `Số thực tế của câu dự đoán là ${n}.`,
	legend:
		'Ô gạch chân cho biết người này xếp trên người kế tiếp nhờ tiêu chí nào. Tên được viết tắt để bảo vệ thí sinh; "Ẩn danh" là người không đồng ý công bố tên.',
	finalWaits: 'Chưa có bảng chung cuộc',
	finalWaitsWhy: 'Bảng chung cuộc có khi ban tổ chức công bố kết quả cả cuộc thi.',

	whole: 'Cả cuộc thi',
	versions: 'Các bản công bố',
	noVersions: 'Chưa có bản công bố nào',
	noVersionsWhy: 'Sau khi vòng thi đóng, ban tổ chức công bố kết quả và bộ số liệu tại đây.',
	what: 'Kết quả của',
	version: 'Bản',
	versionN: (n) => `Bản công bố ${n}`,
	publishedAt: 'Công bố lúc',
	inForce: 'đang có hiệu lực',
	superseded: 'đã có bản mới hơn',
	standingsHash: 'Mã sha256 của standings.json',
	files: 'Tải bộ số liệu công khai',
	fileWords: {
		contest: 'thể lệ, vòng thi, đơn vị, mã thí sinh',
		attempts: 'các lượt thi hợp lệ',
		standings: 'kết quả đã công bố',
		sums: 'mã sha256 của ba tệp trên'
	},
	verify: 'Tự kiểm chứng',
	verifySteps: [
		'Tải bốn tệp của một bản công bố về cùng một thư mục, giữ nguyên tên tệp.',
		'Trong bản sao mã nguồn Khoa Bảng, chạy lệnh dưới đây với tên thư mục đó.',
		'Lệnh tính lại mọi thứ hạng và giải từ lượt thi, so từng byte với bản công bố, và đối chiếu hạt giống với mã cam kết.'
	],
	verifyNote:
		'Bộ số liệu chỉ có mã thí sinh, không có tên. Mã được cấp lúc đăng ký, trước khi vòng thi mở.',
	draws: 'Bốc thăm',
	drawsLede:
		'Mã cam kết được công bố trước vòng thi; hạt giống được công bố khi vòng đóng. Mã cam kết là sha256 của hạt giống, nên không ai đổi được hạt giống sau khi biết kết quả.',
	commitment: 'Mã cam kết',
	seed: 'Hạt giống',
	seedLater: 'công bố khi vòng đóng',
	drawCheck: 'Kiểm bằng một dòng lệnh:',
	publicIds: 'Mã thí sinh',
	publicIdsLede:
		'Mã thí sinh được tạo từ một khóa bí mật của cuộc thi. Mã cam kết là sha256 của khóa đó. Khi vòng đầu mở, danh sách mã được chốt bằng một mã băm: không ai chọn được mã để trúng thăm. Người đăng ký sau đó không có trong mã băm.',
	rosterHash: 'Mã băm',
	rosterHashLater: 'có khi vòng đầu mở',
	prizes: 'Giải thưởng',
	prize: 'Giải',
	noPrizes: 'Bản công bố này không có giải nào được trao.'
};

const en: StandingsPageWords = {
	results: 'Results',
	resultsLede: 'The boards of each contest, and the figures from which anyone can compute them.',
	noResults: 'No results yet',
	noResultsWhy: 'Boards appear when the first round opens.',
	tabs: 'Boards of the contest',
	publications: 'Publications',
	round: 'Round',
	final: 'Final',
	finalOf: (title) => `Final, up to ${title}`,
	toContest: 'The contest’s page',
	watermark: (n) => `watermark ${n}`,
	live: 'The board moves by itself while this page is open.',
	published: (version, time) => `Publication ${version}, ${time}.`,
	code: (sha256) => `Check code ${sha256}.`,
	seePublication: 'See the publication and download its figures',
	notPublished: 'The organiser has not published this result yet.',
	filters: 'Filter the board',
	show: 'Show',
	allGroups: 'All groups',
	allUnits: 'All units',
	allLeagues: 'All',
	noLeague: 'In no league',
	league: 'League',
	pages: 'Pages of the board',
	previous: 'Previous page',
	next: 'Next page',
	asJson: 'The figures as JSON',
	notOpened: (time) => `The round opens at ${time}. The board appears with the first submission.`,
	nobodyHere: 'Nobody fits this filter. Choose "All groups" or "All units".',

	headcountOn: (audience, day) => `${audience} (as of ${day})`,
	rateLabel: 'participation rate',
	withHeadcount: 'have a headcount',
	ofUnits: (counted, all) => `${counted}/${all} units`,
	leftOut: (n) => `without ${n} people of units that have no headcount`,
	hiddenWhileOpen: 'told when the round closes',
	gate: (share) => `Gate ${share}`,
	bar: 'Participation',
	method: 'How it is computed.',
	cumulative: (from, to) =>
		`People and attempts of a unit count from ${from} to the end of ${to}; a person counts once.`,
	attemptsNote: 'Units equal on everything share the rank, and the next rank is left out.',
	onlyCounted: 'Units are counted here, not ranked: this software cannot compute that ranking yet.',
	unranked: 'not ranked',
	rankAndUnit: 'Rank and unit',

	person: 'Contestant',
	keyHeads: {
		score: 'Score',
		prediction: 'Prediction',
		predictionError: 'Error',
		elapsed: 'Time taken',
		submittedAt: 'Submitted',
		startedAt: 'Started',
		firstSubmittedAt: 'First submitted',
		registeredAt: 'Registered',
		attempts: 'Attempts',
		perfect: 'At full marks'
	},
	noGuess: 'none',
	tooHigh: 'too high',
	you: 'You',
	yourPlace: 'Your place',
	why: 'Against the next',
	rankAndPerson: 'Rank and contestant',
	compareTitle: (above, below) => `Why does rank ${above} stand above rank ${below}?`,
	compareShared: (rank) => `Why do two people share rank ${rank}?`,
	compareLead: 'Keys are compared in order, up to the first that differs.',
	equal: 'equal',
	compareLink: (above, below) => `Compare rank ${above} with rank ${below}`,
	better: {
		score: { desc: 'higher', asc: 'lower' },
		predictionError: { asc: 'closer', desc: 'further' },
		elapsed: { asc: 'faster', desc: 'slower' },
		submittedAt: { asc: 'before', desc: 'after' },
		startedAt: { asc: 'before', desc: 'after' },
		firstSubmittedAt: { asc: 'before', desc: 'after' },
		registeredAt: { asc: 'before', desc: 'after' },
		attempts: { asc: 'fewer', desc: 'more' },
		perfect: { desc: 'more', asc: 'fewer' }
	},
	actual: (n) => `What was to be predicted came out as ${n}.`,
	legend:
		'The underlined cell is the key that puts this person above the next. Names are shortened to protect contestants; "Anonymous" did not agree to be named.',
	finalWaits: 'No final board yet',
	finalWaitsWhy: 'The final board appears when the organiser publishes the whole contest.',

	whole: 'The whole contest',
	versions: 'Publications',
	noVersions: 'Nothing is published yet',
	noVersionsWhy: 'After a round closes, the organiser publishes results and figures here.',
	what: 'Results of',
	version: 'Version',
	versionN: (n) => `Publication ${n}`,
	publishedAt: 'Published',
	inForce: 'in force',
	superseded: 'superseded',
	standingsHash: 'sha256 of standings.json',
	files: 'Download the public figures',
	fileWords: {
		contest: 'rules, rounds, units, ids of contestants',
		attempts: 'valid attempts',
		standings: 'the published results',
		sums: 'sha256 of the three others'
	},
	verify: 'Check it yourself',
	verifySteps: [
		'Download the four files of a publication into one folder under their own names.',
		'In a clone of Khoa Bảng, run the command below with that folder.',
		'It computes every rank and prize anew from the attempts, compares byte by byte, and checks the seeds against their commitments.'
	],
	verifyNote:
		'The figures hold ids of contestants, no names. Ids are given at registration, before the round opens.',
	draws: 'Draws',
	drawsLede:
		'The commitment is public before the round; the seed when it has closed. The commitment is the sha256 of the seed, so nobody can choose a seed once the results are known.',
	commitment: 'Commitment',
	seed: 'Seed',
	seedLater: 'public when the round closes',
	drawCheck: 'Check with one command:',
	publicIds: 'Contestants’ ids',
	publicIdsLede:
		'Contestants’ ids are made from a secret key of the contest. The commitment is the sha256 of that key. When the first round opens, the list of ids is fixed by a hash: nobody can choose an id to win a draw. Whoever registers later is not in the hash.',
	rosterHash: 'Hash',
	rosterHashLater: 'known when the first round opens',
	prizes: 'Prizes',
	prize: 'Prize',
	noPrizes: 'No prize was awarded in this publication.'
};

export const standingsPageWords: Record<Language, StandingsPageWords> = { vi, en };
