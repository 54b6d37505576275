import { expect, test } from 'vitest';
import { unstorablePath } from './storable.ts';

const nested = (depth: number): unknown => (depth === 0 ? 'x' : [nested(depth - 1)]);

test.each<[string, unknown, readonly (string | number)[] | undefined]>([
	['plain text', { a: 'chữ', b: [1, null, true] }, undefined],
	['an emoji', '🎓', undefined],
	['a NUL', { a: ['x', 'y\0'] }, ['a', 1]],
	['a lone surrogate', { a: { b: '\ud800' } }, ['a', 'b']],
	['the first of two', { a: '\0', b: '\0' }, ['a']],
	['a name with a NUL', { a: { 'b\0': 1 } }, ['a']],
	['bytes of a file', { bytes: new Uint8Array([0, 1]) }, undefined],
	['as deep as any shape', nested(20), undefined]
])('%s', (_, value, path) => {
	expect(unstorablePath(value)).toEqual(path);
});

test('a value nested too deep is not walked to its end', () => {
	const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
	expect(unstorablePath(deep)).toHaveLength(32);
});
