import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeEvents, judgeRank, judgeShare, percentText, type Demand } from './judge-indicator.ts';

const atLeastHalf: Demand = { direction: 'ge', target: [1, 2] };
const aboveFourFifths: Demand = { direction: 'gt', target: [4, 5] };
const everybody: Demand = { direction: 'eq', target: [1, 1] };
const twoToThree: Demand = { direction: 'range', target: [2, 3] };
const noTarget: Demand = { direction: 'none', target: null };

describe('a share is judged by whole numbers, without rounding first', () => {
	test.each([
		['exactly half is met', atLeastHalf, 1, 2, 'met'],
		['49,96 % prints below half and is not met', atLeastHalf, 1249, 2500, 'not_met'],
		['one of three is not half', atLeastHalf, 1, 3, 'not_met'],
		['“trên 80 %” is strict: 4 of 5 is not above', aboveFourFifths, 4, 5, 'not_met'],
		['“trên 80 %”: 5 of 6 is above', aboveFourFifths, 5, 6, 'met'],
		['100 % needs all', everybody, 8, 9, 'not_met'],
		['100 % of nine', everybody, 9, 9, 'met'],
		['more than the headcount is a stale headcount, not a miss', everybody, 10, 9, 'met'],
		['a sentence without a number has no verdict', noTarget, 3, 5, 'undefined'],
		['nobody to ask gives no verdict', atLeastHalf, 0, 0, 'undefined']
	] as const)('%s', (_name, demand, counted, denominator, verdict) => {
		expect(judgeShare(demand, { counted, open: 0, denominator })).toBe(verdict);
	});
});

describe('insufficient if and only if a missing headcount could change the verdict', () => {
	test.each([
		[
			'already met without the open one',
			atLeastHalf,
			{ counted: 2, open: 1, denominator: 4 },
			'met'
		],
		[
			'not met even with the open one',
			atLeastHalf,
			{ counted: 0, open: 1, denominator: 4 },
			'not_met'
		],
		['the open one decides', atLeastHalf, { counted: 1, open: 1, denominator: 4 }, 'insufficient'],
		[
			'the denominator itself is missing',
			everybody,
			{ counted: 24, open: 0, denominator: null },
			'insufficient'
		],
		[
			'nobody of an unknown number is not met',
			everybody,
			{ counted: 0, open: 0, denominator: null },
			'not_met'
		],
		[
			'of the known part alone they are below half already',
			atLeastHalf,
			{ counted: 24, open: 0, denominator: null, atLeast: 49 },
			'not_met'
		],
		[
			'of the known part alone they are exactly half, and one more changes that',
			atLeastHalf,
			{ counted: 24, open: 0, denominator: null, atLeast: 48 },
			'insufficient'
		],
		[
			'100 % of a known part, and one more changes that',
			everybody,
			{ counted: 24, open: 0, denominator: null, atLeast: 24 },
			'insufficient'
		],
		[
			'more than all that is known is missing from 100 %',
			everybody,
			{ counted: 24, open: 0, denominator: null, atLeast: 25 },
			'not_met'
		],
		[
			'an exact share that the missing part could bring about',
			{ direction: 'eq', target: [1, 2] },
			{ counted: 24, open: 0, denominator: null, atLeast: 40 },
			'insufficient'
		],
		[
			'an exact share that it could not',
			{ direction: 'eq', target: [1, 2] },
			{ counted: 24, open: 0, denominator: null, atLeast: 49 },
			'not_met'
		],
		[
			'more than nobody is met by whatever number there are',
			{ direction: 'gt', target: [0, 1] },
			{ counted: 1, open: 0, denominator: null },
			'met'
		],
		[
			'a range counts things and asks for no headcount',
			twoToThree,
			{ counted: 2, open: 0, denominator: null },
			'met'
		],
		[
			'without a target nothing can change',
			noTarget,
			{ counted: 24, open: 0, denominator: null },
			'undefined'
		]
	] as const)('%s', (_name, demand, count, verdict) => {
		expect(judgeShare(demand, count)).toBe(verdict);
	});
});

test.each([
	[1, 'not_met'],
	[2, 'met'],
	[3, 'met'],
	[4, 'exceeded']
] as const)('“02 - 03 cuộc thi”: %i events are %s', (events, verdict) => {
	expect(judgeEvents(twoToThree, events)).toBe(verdict);
});

test('a count without a target is not judged, and a place is met down to its target', () => {
	expect(judgeEvents(noTarget, 7)).toBe('undefined');
	expect(judgeEvents({ direction: 'ge', target: [1, 1] }, 1)).toBe('met');
	expect([judgeRank(10, 10), judgeRank(10, 11)]).toEqual(['met', 'not_met']);
});

test.each([
	[1249, 2500, '49,96 %'],
	[2, 3, '66,66 %'],
	[5, 6, '83,33 %'],
	[9, 9, '100,00 %'],
	[31, 25, '124,00 %'],
	[0, 7, '0,00 %'],
	[1, 0, null],
	[1, null, null]
] as const)('%i of %s prints %s, cut and never rounded up', (counted, denominator, text) => {
	expect(percentText(counted, denominator)).toBe(text);
});

test('of an unknown denominator every completion says the same, or there is no verdict', () => {
	fc.assert(
		fc.property(
			fc.constantFrom('ge', 'gt', 'eq'),
			fc
				.integer({ min: 0, max: 4 })
				.chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 1, max: 4 }))),
			fc.integer({ min: 0, max: 30 }),
			fc.integer({ min: 0, max: 60 }),
			(direction, target, counted, atLeast) => {
				const demand: Demand = { direction, target };
				const count = { counted, open: 0 };
				const all = new Set(
					Array.from({ length: 200 }, (_, more) =>
						judgeShare(demand, { ...count, denominator: Math.max(1, atLeast) + more })
					)
				);
				const expected = all.size === 1 ? [...all][0] : 'insufficient';
				expect(judgeShare(demand, { ...count, denominator: null, atLeast })).toBe(expected);
			}
		)
	);
});
