import type { Language } from '#lib/kernel/language.ts';

const vi = {
	title: 'API của Khoa Bảng',
	about:
		'JSON vào, JSON ra. Bạn gọi bằng phiên đã đăng nhập trên trình duyệt, hoặc bằng mã truy cập (Authorization: Bearer). Lỗi trả về application/problem+json với type không đổi.',
	document: 'Tài liệu OpenAPI 3.1',
	documentLead: 'Máy đọc bản này:',
	base: 'Mọi địa chỉ dưới đây bắt đầu bằng',
	rules: [
		'Thời điểm là ISO 8601, giờ UTC, có mili giây. Mã là chuỗi, đừng đoán từ nó.',
		'Ghi bằng cookie cần Origin của chính trang này. Thân yêu cầu là JSON, tối đa 256 KB.',
		'Danh sách nhận cursor và limit (1 đến 200); next là cursor của trang sau, null là hết.',
		'Không được phép xem cũng trả 404. Mã 503 nghĩa là chưa có gì được ghi, bạn gửi lại đúng yêu cầu ấy.'
	],
	contents: 'Các nhóm lời gọi',
	open: 'Ai cũng gọi được',
	signedIn: 'Cần đăng nhập',
	parameters: 'Tham số',
	places: { path: 'trong địa chỉ', query: 'sau dấu ?' },
	required: 'bắt buộc',
	body: 'Thân yêu cầu',
	answers: 'Trả về',
	noBody: 'không có nội dung',
	problems: 'Lỗi có thể gặp',
	bearer: 'Mã truy cập, tạo bằng khoabang token create.',
	cookie: 'Cookie của phiên, có sau POST /sessions.',
	tags: {
		sessions: 'Phiên và người gọi',
		contests: 'Cuộc thi',
		attempts: 'Lượt thi',
		standings: 'Bảng xếp hạng',
		figures: 'Số liệu và xác minh'
	},
	calls: {
		signIn: 'Đăng nhập bằng thẻ, hoặc tên và mật khẩu.',
		signOut: 'Kết thúc phiên này trên máy chủ.',
		getMe: 'Người gọi: tên, đơn vị, vai trò, các đồng ý và điều còn thiếu.',
		putConsents: 'Ghi đồng ý của chính người gọi cho từng việc.',
		listContests: 'Danh sách cuộc thi.',
		getContest: 'Thể lệ bằng lời, các vòng, và người gọi làm được gì lúc này.',
		startAttempt: 'Bắt đầu một lượt (201), hoặc làm tiếp lượt đang mở (200).',
		getAttempt: 'Lượt thi và những câu đã lưu: làm tiếp trên máy khác.',
		putResponse: 'Lưu một câu. Chỉ trả lời sau khi đã ghi.',
		postResponses:
			'Lưu nhiều câu sau khi mất mạng. Trễ hạn thì giữ riêng làm bằng chứng muộn (202).',
		putPrediction: 'Lưu dự đoán.',
		submitAttempt: 'Nộp bài, nhận biên nhận. Gọi lại cho cùng câu trả lời.',
		getPulse: 'Trạng thái, hạn, giờ máy chủ và thông báo.',
		getStandings: 'Bảng mới nhất của vòng, theo người hoặc đơn vị, có ETag.',
		getEvents: 'Dòng sự kiện của vòng: board, notice, round, bye.',
		getParticipation: 'Số người tham gia của đơn vị và các đơn vị bên dưới.',
		getIndicators: 'Từng chỉ tiêu của kế hoạch: tử số, mẫu số, kết luận, các đơn vị phía sau.',
		verify: 'Biên nhận hoặc chứng nhận này còn hiệu lực không.'
	},
	statuses: {
		200: 'Được',
		201: 'Đã tạo',
		202: 'Đã nhận, giữ riêng',
		204: 'Đã xong',
		304: 'Không đổi',
		400: 'Không đọc được',
		401: 'Chưa đăng nhập',
		403: 'Không được phép',
		404: 'Không có, hoặc không được xem',
		409: 'Sai trạng thái',
		410: 'Không còn',
		413: 'Quá lớn',
		415: 'Sai loại nội dung',
		422: 'Chưa hợp lệ',
		429: 'Quá nhiều lần',
		500: 'Trục trặc ngoài dự tính',
		503: 'Đang bận, gửi lại'
	} as Record<number, string>
};

const en: typeof vi = {
	title: 'API of Khoa Bảng',
	about:
		'JSON in and out. Call with the browser’s session, or with a token (Authorization: Bearer). Errors are application/problem+json with a stable type.',
	document: 'OpenAPI 3.1 document',
	documentLead: 'For machines:',
	base: 'Every address below begins with',
	rules: [
		'Instants are ISO 8601, UTC, with milliseconds. Ids are opaque strings.',
		'Writes with a cookie need our own Origin. Bodies are JSON of at most 256 KB.',
		'Lists take cursor and limit (1 to 200); next is the next page’s cursor, null at the end.',
		'What you may not see is 404 as well. 503 means that nothing was written: send the same call again.'
	],
	contents: 'Groups of calls',
	open: 'Open to anyone',
	signedIn: 'Signed in',
	parameters: 'Parameters',
	places: { path: 'in the path', query: 'in the query' },
	required: 'required',
	body: 'Body',
	answers: 'Answers',
	noBody: 'no body',
	problems: 'Problems',
	bearer: 'A token, made by khoabang token create.',
	cookie: 'The session’s cookie, set by POST /sessions.',
	tags: {
		sessions: 'Sessions and the caller',
		contests: 'Contests',
		attempts: 'Attempts',
		standings: 'Standings',
		figures: 'Figures and verification'
	},
	calls: {
		signIn: 'Signs in with a card, or with a username and password.',
		signOut: 'Ends this session on the server.',
		getMe: 'The caller: name, units, roles, consents and what is missing.',
		putConsents: 'Records the caller’s own consent, purpose by purpose.',
		listContests: 'The list of contests.',
		getContest: 'Rules in words, rounds, and what the caller may do now.',
		startAttempt: 'Starts an attempt (201), or resumes the open one (200).',
		getAttempt: 'The attempt with what was saved: resume on any device.',
		putResponse: 'Saves one answer. Replies only after the commit.',
		postResponses:
			'Saves many after an offline spell. Too late, they are kept apart as late evidence (202).',
		putPrediction: 'Saves the prediction.',
		submitAttempt: 'Hands the attempt in and gives a receipt. Again: the same answer.',
		getPulse: 'Status, deadline, server time and notices.',
		getStandings: 'The latest board of a round, of people or units, with an ETag.',
		getEvents: 'The round’s events: board, notice, round, bye.',
		getParticipation: 'Who took part, of a unit and of those below it.',
		getIndicators:
			'Each indicator of a plan: numerator, denominator, verdict, the units behind it.',
		verify: 'Is this receipt or certificate valid?'
	},
	statuses: {
		200: 'Done',
		201: 'Created',
		202: 'Taken, kept apart',
		204: 'Done',
		304: 'Not changed',
		400: 'Unreadable',
		401: 'Not signed in',
		403: 'Not allowed',
		404: 'Not there, or not yours to see',
		409: 'Wrong state',
		410: 'Gone',
		413: 'Too large',
		415: 'Wrong content type',
		422: 'Invalid',
		429: 'Too many',
		500: 'Unexpected failure',
		503: 'Busy, send again'
	}
};

export const apiWords: Record<Language, typeof vi> = { vi, en };
