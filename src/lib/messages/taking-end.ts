import type { Language } from '#lib/kernel/language.ts';

// Words of handing in and of the receipt.

const vi = {
	submit: {
		title: 'Trước khi nộp',
		unanswered: (n: number) => `Bạn còn ${n} câu chưa trả lời`,
		allAnswered: 'Bạn đã trả lời đủ các câu',
		goBack: 'Bấm vào số để quay lại câu đó. Câu bỏ trống không được điểm.',
		extra: 'Câu hỏi phụ',
		asks: {
			ALL_CORRECT_PEOPLE: (n: number) =>
				`Có bao nhiêu người trả lời đúng cả ${n} câu trong vòng này?`,
			PARTICIPANTS: () => 'Có bao nhiêu người dự thi vòng này?',
			ATTEMPTS: () => 'Có bao nhiêu lượt thi trong vòng này?'
		},
		suffix: { ALL_CORRECT_PEOPLE: 'người', PARTICIPANTS: 'người', ATTEMPTS: 'lượt' },
		hint: 'Nhập một số nguyên, từ 0 trở lên.',
		wrong: 'Câu này cần một số nguyên từ 0 đến 100.000.000. Bạn nhập lại, hoặc chọn không dự đoán.',
		decline: 'Tôi không dự đoán',
		fair: 'Câu này không tính vào điểm. Chỉ xét khi hai người bằng điểm: ai đoán lệch ít hơn thì xếp trên.',
		return: 'Quay lại làm bài',
		submit: 'Nộp bài',
		confirm: 'Nộp bài bây giờ?',
		final: 'Sau khi nộp, bạn không sửa được lượt này.',
		answeredRow: 'Đã trả lời',
		emptyRow: 'Chưa trả lời',
		predictionRow: 'Dự đoán',
		timeRow: 'Thời gian còn lại',
		answeredOf: (n: number, of: number) => `${n} trên ${of} câu`,
		none: 'không có câu nào',
		declined: 'không dự đoán',
		list: (numbers: readonly number[]) => numbers.map((n) => `câu ${n}`).join(', '),
		stay: 'Quay lại làm tiếp',
		close: 'Đóng'
	},
	receipt: {
		title: 'Biên nhận',
		home: 'Về trang chủ',
		submitted: 'Bạn đã nộp bài',
		someoneSubmitted: 'Bài thi đã nộp',
		auto: 'Hết giờ, máy đã nộp bài',
		received: 'Đã nhận',
		score: (of: number) => `trên ${of} điểm`,
		scoreTally: (n: number, of: number) => `Được ${n} trên ${of} điểm`,
		scoreLater: (time: string) => `Điểm công bố sau khi vòng đóng lúc ${time}.`,
		rows: {
			elapsed: 'Thời gian làm bài',
			prediction: 'Dự đoán của bạn',
			seq: 'Lượt',
			answered: 'Đã trả lời',
			contest: 'Cuộc thi',
			round: 'Vòng'
		},
		seqOf: (n: number, of: number) => `${n} trên ${of}`,
		code: 'Mã biên nhận',
		qr: 'Mã QR mở trang kiểm tra biên nhận này',
		proof: 'Mã này chứng minh bạn đã nộp bài, không cần chụp màn hình gửi thầy, cô.',
		publicProof:
			'Mã này có thật: bài thi đã được máy nhận lúc ghi ở trên. Trang này không cho biết tên và điểm.',
		leftovers: (n: number) =>
			`${n} câu trả lời đến sau khi hết giờ đã được giữ riêng. Các câu này chỉ tính nếu ban tổ chức chấp nhận.`,
		contestPage: 'Về trang cuộc thi'
	}
};

const en: typeof vi = {
	submit: {
		title: 'Before you submit',
		unanswered: (n: number) => `${n} questions are not answered`,
		allAnswered: 'Every question is answered',
		goBack: 'Press a number to go back to it. An empty answer gets no marks.',
		extra: 'Extra question',
		asks: {
			ALL_CORRECT_PEOPLE: (n: number) =>
				`How many people answer all ${n} questions right in this round?`,
			PARTICIPANTS: () => 'How many people take part in this round?',
			ATTEMPTS: () => 'How many attempts are made in this round?'
		},
		suffix: { ALL_CORRECT_PEOPLE: 'people', PARTICIPANTS: 'people', ATTEMPTS: 'attempts' },
		hint: 'A whole number, 0 or more.',
		wrong:
			'This needs a whole number from 0 to 100,000,000. Enter it again, or choose not to predict.',
		decline: 'I do not predict',
		fair: 'This gives no marks. It only decides between people with the same score: the closer guess ranks higher.',
		return: 'Back to the paper',
		submit: 'Submit',
		confirm: 'Submit now?',
		final: 'After that this attempt cannot be changed.',
		answeredRow: 'Answered',
		emptyRow: 'Not answered',
		predictionRow: 'Prediction',
		timeRow: 'Time left',
		answeredOf: (n: number, of: number) => `${n} of ${of}`,
		none: 'none',
		declined: 'none given',
		list: (numbers: readonly number[]) => numbers.join(', '),
		stay: 'Go on answering',
		close: 'Close'
	},
	receipt: {
		title: 'Receipt',
		home: 'Home',
		submitted: 'You submitted',
		someoneSubmitted: 'An attempt was submitted',
		auto: 'Time was up, your answers were handed in',
		received: 'Received',
		score: (of: number) => `of ${of} marks`,
		scoreTally: (n: number, of: number) => `${n} of ${of} marks`,
		scoreLater: (time: string) => `The score is told after the round closes at ${time}.`,
		rows: {
			elapsed: 'Time taken',
			prediction: 'Your prediction',
			seq: 'Attempt',
			answered: 'Answered',
			contest: 'Contest',
			round: 'Round'
		},
		seqOf: (n: number, of: number) => `${n} of ${of}`,
		code: 'Receipt',
		qr: 'A QR code that opens the check of this receipt',
		proof: 'This code proves that you handed in; no screenshot is needed.',
		publicProof:
			'This code is genuine: the attempt was received at the time above. This page tells neither name nor score.',
		leftovers: (n: number) =>
			`${n} answers came after the end and are kept apart. They count only if the organiser accepts them.`,
		contestPage: 'To the contest'
	}
};

export const takingEndWords: Record<Language, typeof vi> = { vi, en };
