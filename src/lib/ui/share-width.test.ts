import { expect, test } from 'vitest';
import { overWhole, shareWidth } from './share-width.ts';

test.each([
	[356, 412, 86.407],
	[0, 9, 0],
	[9, 9, 100],
	[221, 208, 100],
	[-3, 9, 0],
	[10n ** 30n, 3n * 10n ** 30n, 33.333]
])('%s of %s is drawn %s per cent wide', (n, d, width) => expect(shareWidth({ n, d })).toBe(width));

test('only more than the whole is over the whole', () => {
	expect(overWhole({ n: 208, d: 208 })).toBe(false);
	expect(overWhole({ n: 209, d: 208 })).toBe(true);
});
