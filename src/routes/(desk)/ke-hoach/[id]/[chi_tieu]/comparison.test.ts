import { expect, test } from 'vitest';
import { comparisonOf, missing } from './comparison.ts';

const half = { direction: 'ge', target: [1, 2] } as const;
const fourFifths = { direction: 'gt', target: [4, 5] } as const;

test.each([
	[half, 206, 413, '206 × 100 = 20600 less 50 × 413 = 20650, 1 missing'],
	[half, 207, 413, '207 × 100 = 20700 more 50 × 413 = 20650, 0 missing'],
	[half, 1, 2, '1 × 100 = 100 equal 50 × 2 = 100, 0 missing'],
	[half, 1, 3, '1 × 100 = 100 less 50 × 3 = 150, 1 missing'],
	[fourFifths, 4, 5, '4 × 100 = 400 equal 80 × 5 = 400, 1 missing'],
	[fourFifths, 24, 34, '24 × 100 = 2400 less 80 × 34 = 2720, 4 missing'],
	[{ direction: 'eq', target: [1, 1] }, 8, 9, '8 × 100 = 800 less 100 × 9 = 900, 1 missing'],
	[{ direction: 'ge', target: [2, 3] }, 1, 3, '1 × 3 = 3 less 2 × 3 = 6, 1 missing']
] as const)('%j: %i of %i is compared by whole numbers', (asked, n, d, text) => {
	const compared = comparisonOf({ ...asked, numerator: n, denominator: d });
	if (!compared) throw new Error('nothing was compared');
	const { tn, td, left, right, sign } = compared;
	expect(
		`${n} × ${td} = ${left} ${sign} ${tn} × ${d} = ${right}, ${missing(compared, asked.direction)} missing`
	).toBe(text);
});

test.each([
	['events', { direction: 'range', target: [2, 3] }, 2, null],
	['a place', { direction: 'rank', target: 10 }, 7, 34],
	['no target', { direction: 'none', target: null }, 3, 5],
	['nobody to ask', half, 0, 0],
	['an unknown denominator', half, 24, null]
] as const)('%s: there is no share to compare', (_name, asked, numerator, denominator) => {
	expect(comparisonOf({ ...asked, numerator, denominator })).toBeNull();
});
