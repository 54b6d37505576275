import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without a trusted proxy the address of a caller is the peer', () => {
	expect(readConfig({}).addressSource).toBeUndefined();
});

test.each([
	[{ ADDRESS_HEADER: 'X-Forwarded-For' }, { header: 'x-forwarded-for', depth: 1 }],
	[
		{ ADDRESS_HEADER: 'X-Real-IP', XFF_DEPTH: '2' },
		{ header: 'x-real-ip', depth: 2 }
	]
])('%j says where proxies write the address', (env, source) => {
	expect(readConfig(env).addressSource).toEqual(source);
});

test.each([
	[{ ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: '0' }, 'XFF_DEPTH'],
	[{ ADDRESS_HEADER: 'x-forwarded-for', XFF_DEPTH: 'two' }, 'XFF_DEPTH'],
	[{ XFF_DEPTH: '1' }, 'ADDRESS_HEADER'],
	[{ ADDRESS_HEADER: 'a header' }, 'ADDRESS_HEADER']
])('%j cannot be used, and the sentence names %s', (env, name) => {
	expect(() => readConfig(env)).toThrow(name);
});
