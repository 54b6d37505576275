import { expect, test } from 'vitest';
import type { FieldError } from '#lib/kernel/outcome.ts';
import { fieldSentence } from './field-sentence.ts';

const asked = { name: 'heldOn', label: 'Ngày diễn ra' };
const refused = (code: string, heldOn: string, error: Partial<FieldError>) => ({
	...{ code, message: 'Ngày diễn ra chưa đến.', values: { heldOn } },
	errors: [{ pointer: '/heldOn', code, ...error }]
});

test.each([
	['held-in-future', '2030-01-01', {}, 'Ngày diễn ra chưa đến.'],
	[
		'invalid',
		'31/02',
		{ code: 'custom', detail: 'not-a-day' },
		'“Ngày diễn ra” không phải là ngày dạng năm-tháng-ngày, ví dụ 2025-07-01.'
	],
	[
		'invalid',
		'',
		{ code: 'too-small', detail: 'Quá nhỏ' },
		'Thiếu “Ngày diễn ra”. Điền giá trị cho trường này.'
	]
])('%s for %j says what to mend', (code, typed, error, sentence) => {
	expect(fieldSentence(refused(code, typed, error), asked, 'vi')).toBe(sentence);
});

test('a field without an error says nothing', () => {
	expect(fieldSentence(null, asked, 'vi')).toBeUndefined();
	expect(fieldSentence(refused('x', '', {}), { ...asked, name: 'title' }, 'vi')).toBeUndefined();
});
