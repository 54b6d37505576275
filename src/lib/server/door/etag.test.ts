import { describe, expect, test } from 'vitest';
import { etagOf, matchesTag, withEtag } from './etag.ts';

const etag = etagOf('{"rows":[]}');

test.each([
	[null, false],
	['', false],
	['"other"', false],
	[etag, true],
	[`W/${etag}`, true],
	[`"other", ${etag}`, true],
	['*', true]
])('If-None-Match %j', (header, matches) => {
	expect(matchesTag(header, etag)).toBe(matches);
});

describe('an answer with an ETag', () => {
	const ask = (headers: Record<string, string> = {}) =>
		withEtag(new Request('http://localhost/', { headers }), Response.json({ rows: [] }));

	test('is strong, and changes with the bytes', async () => {
		const first = await ask();
		expect(first.headers.get('etag')).toBe(etag);
		expect(etag).toMatch(/^"[\w-]{43}"$/);
		expect(etagOf('{"rows":[1]}')).not.toBe(etag);
		expect(await first.text()).toBe('{"rows":[]}');
	});

	test('is 304 without a body for who has it', async () => {
		const again = await ask({ 'if-none-match': etag });
		expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
	});

	test('leaves a refusal as it is', async () => {
		const refused = Response.json({}, { status: 404 });
		expect(await withEtag(new Request('http://localhost/'), refused)).toBe(refused);
	});
});
