import { expect, test } from 'vitest';
import { shortly } from './bundle-shape.ts';

test('a value is told in a few characters, however long or deep it is', () => {
	expect(shortly({ id: 'a1', score: 10n })).toBe('{"id":"a1","score":"10"}');
	expect(shortly('x'.repeat(100))).toHaveLength(60);
	let deep: unknown = 0;
	for (let i = 0; i < 200_000; i++) deep = [deep];
	expect(shortly(deep)).toBe('…');
});
