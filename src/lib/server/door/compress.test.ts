import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compressed } from './compress.server.ts';

const long = 'Câu nào đã lưu thì vẫn còn. '.repeat(200);
const page = (body: string, headers: Record<string, string> = {}) =>
	new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });

test('a long page goes out as brotli to who takes it, and says on what that depends', async () => {
	const sent = await compressed(page(long, { 'content-length': '1' }), 'gzip, deflate, br');
	expect(sent.headers.get('content-encoding')).toBe('br');
	expect(sent.headers.get('vary')).toBe('accept-encoding');
	expect(sent.headers.has('content-length')).toBe(false);
	const bytes = Buffer.from(await sent.arrayBuffer());
	expect(bytes.length).toBeLessThan(500);
	expect(brotliDecompressSync(bytes).toString()).toBe(long);
});

test.each([
	['who takes no brotli', page(long), 'gzip'],
	['who says nothing', page(long), null],
	['a short answer', page('ngắn'), 'br'],
	['what is encoded already', page(long, { 'content-encoding': 'gzip' }), 'br'],
	['a stream of events', page(long, { 'content-type': 'text/event-stream' }), 'br']
])('%s gets the bytes as they are', async (_, response, accepted) => {
	const before = response.headers.get('content-encoding');
	const sent = await compressed(response, accepted);
	expect(sent.headers.get('content-encoding')).toBe(before);
	expect([long, 'ngắn']).toContain(await sent.text());
});
