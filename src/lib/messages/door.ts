import type { Facts } from '#lib/kernel/outcome.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { DoorRefusalCode } from '#lib/server/door/refusals.ts';

type Refusals = Record<DoorRefusalCode, (facts: Facts) => string>;

const vi: { refusals: Refusals; complaints: Readonly<Record<string, string>> } = {
	/** What a field's own check says, by its code. */
	complaints: {
		'not-a-day': 'Ngày viết theo dạng 2026-10-05 và phải có trong lịch.',
		'not-an-instant': 'Thời điểm viết theo dạng 2026-10-05T08:00:00+07:00.',
		'bad-text': 'Văn bản có ký tự không lưu được.',
		'bad-key': 'Mã chỉ gồm chữ, số, dấu chấm, gạch ngang và gạch dưới.',
		'not-a-count': 'Đây phải là một số nguyên không âm.',
		'whole-number': 'Đây phải là một số nguyên.',
		'unknown-field': 'Không có trường này. Bỏ đi rồi gửi lại.'
	},
	refusals: {
		invalid: () =>
			'Có ô chưa đúng. Bạn xem từng ô được nêu và sửa lại, những ô khác vẫn giữ nguyên.',
		'unreadable-json': () => 'Nội dung gửi lên không phải JSON đọc được. Chưa có gì thay đổi.',
		'unreadable-form': () =>
			'Biểu mẫu gửi lên không đọc được. Chưa có gì thay đổi, bạn tải lại trang rồi gửi lại.',
		'foreign-origin': () =>
			'Yêu cầu này đến từ một trang khác nên máy không nhận. Bạn mở lại trang của cuộc thi rồi làm lại.',
		'wrong-method': (f) => `Địa chỉ này không nhận cách gọi ${f.method ?? ''}.`.replace(' .', '.'),
		'too-large': (f) =>
			`Nội dung gửi lên lớn quá mức cho phép (${f.limit ?? ''}). Chưa có gì thay đổi.`,
		'wrong-content-type': () => 'Địa chỉ này chỉ nhận JSON (content-type: application/json).',
		'not-found': () => 'Không có trang này, hoặc bạn không có quyền xem.',
		'sign-in-needed': () => 'Bạn cần đăng nhập để xem trang này.',
		busy: () =>
			'Máy chủ đang bận. Chưa có gì được ghi, bạn gửi lại đúng yêu cầu vừa rồi sau ít giây.',
		unexpected: () =>
			'Máy chủ gặp trục trặc ngoài dự tính. Những gì đã lưu vẫn còn. Bạn thử lại sau ít phút.'
	}
};
const en: typeof vi = {
	complaints: {
		'not-a-day': 'Write a day of the calendar as 2026-10-05.',
		'not-an-instant': 'Write an instant as 2026-10-05T08:00:00+07:00.',
		'bad-text': 'The text holds characters that cannot be kept.',
		'bad-key': 'A key has letters, digits, dots, dashes and underscores only.',
		'not-a-count': 'This must be a whole number, zero or more.',
		'whole-number': 'This must be a whole number.',
		'unknown-field': 'There is no such field. Leave it out and repeat.'
	},
	refusals: {
		invalid: () => 'Some fields need a change. See each field named; the others are kept.',
		'unreadable-json': () => 'The body is not readable JSON. Nothing was changed.',
		'unreadable-form': () =>
			'The form could not be read. Nothing was changed; load the page again and repeat.',
		'foreign-origin': () =>
			'This request came from another site, so it was not taken. Open the contest’s page again and repeat.',
		'wrong-method': (f) => `This address does not take ${f.method ?? 'that method'}.`,
		'too-large': (f) => `The body is larger than allowed (${f.limit ?? ''}). Nothing was changed.`,
		'wrong-content-type': () => 'This address takes JSON only (content-type: application/json).',
		'not-found': () => 'There is no such page, or you may not see it.',
		'sign-in-needed': () => 'Sign in to see this page.',
		busy: () => 'The server is busy. Nothing was written; repeat the same call in a few seconds.',
		unexpected: () =>
			'The server met an unexpected failure. What was saved is safe. Try again in a few minutes.'
	}
};
export const doorWords: Record<Language, typeof vi> = { vi, en };
