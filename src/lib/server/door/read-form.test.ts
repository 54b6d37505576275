import { expect, test } from 'vitest';
import { readForm } from './read-form.ts';

const FORM = 'application/x-www-form-urlencoded';

async function read(type: string, body: string) {
	const request = new Request('http://localhost/', {
		method: 'POST',
		headers: { 'content-type': type },
		body
	});
	const outcome = await readForm(request);
	return outcome.ok ? outcome.value : outcome.refusal.code;
}

test('fields are text, and a name that comes twice is a list', async () => {
	expect(await read(FORM, 'ten=An&chon=a&chon=b')).toEqual({ ten: 'An', chon: ['a', 'b'] });
});

test.each([
	['text', 'text/plain', 'a=b'],
	['JSON', 'application/json', '{}'],
	['a multipart without boundary', 'multipart/form-data', 'garbage'],
	['a multipart that is none', 'multipart/form-data; boundary=a', 'garbage'],
	['what only the framework sends', 'application/x-sveltekit-formdata', 'x']
])('%s is no form', async (_what, type, body) => {
	expect(await read(type, body)).toBe('unreadable-form');
});

test('five hundred fields are a form, one more is none', async () => {
	const fields = (count: number) => Array.from({ length: count }, (_, i) => `f${i}=`).join('&');
	expect(Object.keys(await read(FORM, fields(500)))).toHaveLength(500);
	expect(await read(FORM, fields(501))).toBe('too-large');
});
