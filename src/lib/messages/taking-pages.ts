import type { Language } from '#lib/kernel/language.ts';

// Words of the taking pages; apart from the refusals, so that a phone loads only these.

const vi = {
	page: {
		title: 'Làm bài',
		question: (n: number) => `Câu ${n}`,
		ofTotal: (n: number) => `trên ${n}`,
		left: 'còn lại',
		next: 'Câu sau',
		previous: 'Câu trước',
		saveAndNext: 'Lưu, sang câu sau',
		save: 'Lưu câu trả lời',
		all: 'Các câu hỏi',
		overview: (done: number, of: number) => `${done}/${of}`,
		overviewLabel: (done: number, of: number) => `${done}/${of} câu đã trả lời, xem các câu`,
		back: 'Quay lại câu hỏi',
		toSubmit: 'Nộp bài',
		flag: 'Xem lại sau',
		unflag: 'Bỏ đánh dấu xem lại',
		true: 'Đúng',
		false: 'Sai',
		group: 'Chọn Đúng hoặc Sai cho từng ý',
		answered: 'đã trả lời',
		empty: 'chưa trả lời',
		flagged: 'xem lại sau',
		legend: {
			answered: 'Đã trả lời',
			empty: 'Chưa trả lời',
			flagged: 'Xem lại sau',
			waiting: 'Chờ gửi'
		},
		saved: (n: number, hour: string) => `Đã lưu câu ${n} lúc ${hour}`,
		savedCount: (n: number) => `Đã lưu ${n} câu`,
		notYet: 'Chưa có câu nào được lưu',
		sending: (n: number) => `Đang lưu câu ${n}`,
		waiting: (n: number) => `${n} câu chờ gửi`,
		failed: (n: number) => `Chưa lưu được câu ${n}`,
		troubles: {
			offline: {
				lead: 'Mất mạng.',
				text: 'Bạn cứ làm tiếp, bài được giữ trên máy này và tự gửi khi có mạng.'
			},
			busy: {
				lead: 'Máy chủ đang đông.',
				text: 'Bạn cứ làm tiếp, bài được giữ trên máy này và tự gửi lại sau ít giây.'
			},
			'signed-out': {
				lead: 'Máy này không còn đăng nhập bằng thẻ của bạn.',
				text: 'Bạn đăng nhập lại, bài được giữ trên máy này và tự gửi sau đó.'
			},
			'not-taken': {
				lead: 'Máy chủ chưa nhận câu trả lời.',
				text: 'Bạn cứ làm tiếp, bài được giữ trên máy này và tự gửi lại. Bạn báo thầy, cô nếu dòng này không mất đi.'
			}
		},
		signInAgain: 'Đăng nhập lại',
		late: 'Đã hết giờ: bạn giữ trang này mở, câu gửi sau giờ được chuyển riêng cho ban tổ chức.',
		elsewhereLead: 'Bài đang được làm tiếp trên máy khác.',
		elsewhere: 'Câu đã lưu vẫn đủ. Muốn làm ở máy này, bạn bấm nút dưới đây.',
		arrivingLead: 'Lượt thi của bạn đang mở.',
		arriving: 'Câu đã lưu vẫn đủ, đồng hồ vẫn chạy. Bạn bấm nút dưới đây để làm tiếp.',
		resume: 'Làm tiếp trên máy này',
		lastMinute: 'Còn chưa đến 1 phút. Hết giờ, máy tự nộp những câu đã lưu.',
		fiveMinutes: 'Còn 5 phút.',
		timeUpLead: 'Hết giờ.',
		timeUp: 'Máy đang nộp những câu đã lưu. Bạn chờ vài giây.'
	},
	start: {
		title: 'Bắt đầu làm bài',
		refused: 'Chưa vào làm bài được',
		home: 'Về trang chủ'
	}
};

const en: typeof vi = {
	page: {
		title: 'Your paper',
		question: (n: number) => `Question ${n}`,
		ofTotal: (n: number) => `of ${n}`,
		left: 'left',
		next: 'Next',
		previous: 'Previous question',
		saveAndNext: 'Save, next question',
		save: 'Save the answer',
		all: 'The questions',
		overview: (done: number, of: number) => `${done}/${of}`,
		overviewLabel: (done: number, of: number) => `${done}/${of} answered, see the questions`,
		back: 'Back to the question',
		toSubmit: 'Submit',
		flag: 'Look again later',
		unflag: 'Take the mark away',
		true: 'True',
		false: 'False',
		group: 'Choose True or False for each statement',
		answered: 'answered',
		empty: 'not answered',
		flagged: 'look again later',
		legend: {
			answered: 'Answered',
			empty: 'Not answered',
			flagged: 'Look again',
			waiting: 'Waiting'
		},
		saved: (n: number, hour: string) => `Question ${n} saved at ${hour}`,
		savedCount: (n: number) => `${n} saved`,
		notYet: 'Nothing saved yet',
		sending: (n: number) => `Saving question ${n}`,
		waiting: (n: number) => `${n} waiting to be sent`,
		failed: (n: number) => `Question ${n} is not saved`,
		troubles: {
			offline: {
				lead: 'No connection.',
				text: 'Go on: your answers are kept on this device and sent when it is back.'
			},
			busy: {
				lead: 'The server is busy.',
				text: 'Go on: your answers are kept on this device and sent again in a moment.'
			},
			'signed-out': {
				lead: 'This device is no longer signed in with your card.',
				text: 'Sign in again: your answers are kept on this device and sent then.'
			},
			'not-taken': {
				lead: 'The server has not taken the answer.',
				text: 'Go on: your answers are kept on this device and sent again. Tell your teacher if this line stays.'
			}
		},
		signInAgain: 'Sign in again',
		late: 'Time is up: keep this page open; what is sent after the end is kept apart for the organiser.',
		elsewhereLead: 'This attempt is being continued on another device.',
		elsewhere: 'What was saved is safe. To go on here, press the button below.',
		arrivingLead: 'Your attempt is running.',
		arriving: 'What was saved is safe and the clock goes on. Press the button below to continue.',
		resume: 'Continue on this device',
		lastMinute: 'Less than a minute left. At the end the saved answers are handed in.',
		fiveMinutes: '5 minutes left.',
		timeUpLead: 'Time is up.',
		timeUp: 'Your saved answers are being handed in. Wait a few seconds.'
	},
	start: {
		title: 'Start',
		refused: 'You cannot start yet',
		home: 'Home'
	}
};

export const takingPageWords: Record<Language, typeof vi> = { vi, en };
