import { describe, expect, test } from 'vitest';
import { rateOf, tallied, tallyOf } from './figures.ts';
import type { LeafSum } from './measures.ts';

const sum = (unitKey: string, measure: LeafSum['measure'], amount: number, audience = 'hs_6_9') =>
	({ unitKey, measure, amount, audience }) as LeafSum;

test('a leaf counts once in the unit asked for and once in the child above it', () => {
	const rows = tallied(
		[sum('8a1', 'completed', 30), sum('8a2', 'completed', 20), sum('8a1', 'attempts', 44)],
		(leaf) => (leaf === '8a1' ? ['truong', '8a1'] : ['truong']),
		'hs_6_9'
	);
	expect(tallyOf(rows, 'truong')).toMatchObject({ completed: 50, attempts: 44 });
	expect(tallyOf(rows, '8a1')).toMatchObject({ completed: 30, attempts: 44 });
	expect(tallyOf(rows, 'elsewhere').completed).toBe(0);
});

test('people of another audience take part but are not held against this headcount', () => {
	const rows = tallied(
		[sum('8a1', 'completed', 30), sum('8a1', 'completed', 5, 'doan_vien')],
		() => ['truong'],
		'hs_6_9'
	);
	expect(tallyOf(rows, 'truong')).toMatchObject({ completed: 35, completedOfHeadcount: 30 });
});

describe('headcount, rate and coverage of a row', () => {
	const has = (headcount: number | null, completed: number, isAsked = true) => ({
		...{ headcount, completed, isAsked }
	});
	test.each([
		[
			'declared by itself',
			has(200, 150),
			[],
			{ headcount: 200, rate: [150, 200], coverage: [1, 1] }
		],
		[
			'nobody asks it, as a class of a ranked school',
			has(null, 7, false),
			[],
			{ headcount: null, rate: null, coverage: [0, 0] }
		],
		[
			'nobody asks it, and it has declared',
			has(20, 7, false),
			[],
			{ headcount: 20, rate: [7, 20], coverage: [1, 1] }
		],
		['nobody declared', has(null, 7), [], { headcount: null, rate: null, coverage: [0, 1] }],
		[
			'all below declared',
			has(null, 30),
			[has(50, 10), has(60, 20)],
			{ headcount: 110, rate: [30, 110], coverage: [2, 2] }
		],
		[
			'one below is missing: its people are left out',
			has(null, 37),
			[has(50, 10), has(60, 20), has(null, 7)],
			{ headcount: null, rate: [30, 110], coverage: [2, 3] }
		],
		[
			'its own declaration stands over those below',
			has(120, 37),
			[has(50, 10), has(null, 27)],
			{ headcount: 120, rate: [37, 120], coverage: [1, 2] }
		],
		[
			'nobody below declared',
			has(null, 7),
			[has(null, 7)],
			{ headcount: null, rate: null, coverage: [0, 1] }
		],
		[
			'more people than the headcount are shown as they are',
			has(9, 11),
			[],
			{ headcount: 9, rate: [11, 9], coverage: [1, 1] }
		],
		[
			'a headcount of nobody gives no rate',
			has(0, 0),
			[],
			{ headcount: 0, rate: null, coverage: [1, 1] }
		]
	] as const)('%s', (_name, own, below, expected) => {
		expect(rateOf(own, below)).toEqual(expected);
	});
});
