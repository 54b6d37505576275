import { expect, test } from 'vitest';
import { isOwnOrigin } from './origin.ts';

test.each([
	['our page', 'http://localhost:3000', 'localhost:3000', undefined, true],
	['another name of this machine', 'http://127.0.0.1:3000', '127.0.0.1:3000', undefined, true],
	['no Origin at all', null, 'localhost:3000', undefined, false],
	['an opaque origin', 'null', 'localhost:3000', undefined, false],
	['another site', 'http://evil.test', 'localhost:3000', undefined, false],
	['another port of this machine', 'http://localhost:8080', 'localhost:3000', undefined, false],
	[
		'a name that only begins like ours',
		'http://localhost:3000.evil.test',
		'localhost:3000',
		undefined,
		false
	],
	[
		'the configured address',
		'https://thi.example.vn',
		'inside:3000',
		'https://thi.example.vn',
		true
	],
	[
		'the host alone does not do when an address is configured',
		'http://inside:3000',
		'inside:3000',
		'https://thi.example.vn',
		false
	]
])('%s', (_name, origin, host, configured, own) => {
	expect(isOwnOrigin(origin, host, configured)).toBe(own);
});
