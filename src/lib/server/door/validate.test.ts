import { expect, test } from 'vitest';
import { z } from 'zod';
import { daySchema } from '#lib/units/day.schema.ts';
import { validate } from './validate.ts';

const schema = z.strictObject({
	day: daySchema,
	'a/b': z.number(),
	list: z.array(z.string()).optional()
});

function complaints(value: unknown, language: 'vi' | 'en' = 'vi') {
	const outcome = validate(schema, value, language, (key) => (key === 'day' ? '/query' : ''));
	return outcome.ok ? [] : (outcome.refusal.errors ?? []);
}

test('a field is named by its pointer and place, and a day that no calendar has gets a sentence', () => {
	const [error] = complaints({ day: '2026-02-31', 'a/b': 1 });
	expect(error).toEqual({
		pointer: '/query/day',
		code: 'not-a-day',
		detail: 'Ngày viết theo dạng 2026-10-05 và phải có trong lịch.'
	});
	expect(complaints({ day: '2026-02-31', 'a/b': 1 }, 'en')[0]?.detail).toBe(
		'Write a day of the calendar as 2026-10-05.'
	);
});

test('slashes in a key are escaped, a missing field and an unknown one are told apart', () => {
	expect(
		complaints({ day: '2026-02-01', more: 1 }).map(({ pointer, code }) => `${pointer} ${code}`)
	).toEqual(['/a~1b required', '/more unrecognized-keys']);
});

test('text that no database keeps is refused where it stands', () => {
	expect(complaints({ day: '2026-02-01', 'a/b': 1, list: ['fine', 'a\0b'] })).toMatchObject([
		{ pointer: '/list/1', code: 'unstorable-text' }
	]);
});

test('a body that is wrong everywhere gets a short answer', () => {
	const body = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`x${i}`, 1]));
	const errors = complaints(body);
	expect(errors).toHaveLength(50);
	expect(JSON.stringify(errors).length).toBeLessThan(10_000);
});
