import type { Facts } from '#lib/kernel/outcome.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { DoorRefusalCode } from '#lib/server/door/refusals.ts';

type Refusals = Record<DoorRefusalCode, (facts: Facts) => string>;

const vi: { refusals: Refusals } = {
	refusals: {
		invalid: () =>
			'Có ô chưa đúng. Bạn xem từng ô được nêu và sửa lại, những ô khác vẫn giữ nguyên.',
		'unreadable-json': () => 'Nội dung gửi lên không phải JSON đọc được. Chưa có gì thay đổi.',
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
	refusals: {
		invalid: () => 'Some fields need a change. See each field named; the others are kept.',
		'unreadable-json': () => 'The body is not readable JSON. Nothing was changed.',
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
