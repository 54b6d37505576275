import { describe, expect, test } from 'vitest';
import { fraction } from '#lib/kernel/fraction.ts';
import { collectiveBoards, type CollectiveRules } from './collective.ts';
import type { CollectiveUnit } from './collective-order.ts';
import { tallyUnits } from './unit-tally.ts';

function aUnit(changes: Partial<CollectiveUnit>): CollectiveUnit {
	const [participants, attempts, score] = [5, 6, 50];
	return { id: 'u', league: null, headcount: 10, participants, attempts, score, ...changes };
}

function theRules(changes: Partial<CollectiveRules>): CollectiveRules {
	return { formula: 'M2', gate: null, weights: null, minHeadcount: null, tieBreak: [], ...changes };
}

function rows(units: CollectiveUnit[], rules: Partial<CollectiveRules>, maxScore = 20) {
	return collectiveBoards(units, theRules(rules), maxScore).flatMap((board) =>
		board.rows.map(({ rank, unitId, value, flags }) => [
			rank,
			unitId,
			value && `${value.n}/${value.d}`,
			flags.join()
		])
	);
}

describe('the value of a unit', () => {
	test('M1 is its people, in lowest terms', () => {
		expect(rows([aUnit({ headcount: null })], { formula: 'M1' })).toEqual([[1, 'u', '5/1', '']]);
	});

	test('M2 is the rate, never above 1, and more people than declared are flagged', () => {
		const over = aUnit({ id: 'over', participants: 12 });
		expect(rows([aUnit({}), over], {})).toEqual([
			[1, 'over', '1/1', 'over_headcount'],
			[2, 'u', '1/2', '']
		]);
	});

	test('M3 weighs the rate and the average share of full marks', () => {
		const weights = [fraction(1, 3), fraction(2, 3)] as const;
		// 1/3 · 5/10 + 2/3 · 50/(5·20) = 1/6 + 1/3
		expect(rows([aUnit({})], { formula: 'M3', weights })).toEqual([[1, 'u', '1/2', '']]);
	});

	test('fractions are compared exactly', () => {
		const a = aUnit({ id: 'a', participants: 333_333_333, headcount: 1_000_000_000 });
		const b = aUnit({ id: 'b', participants: 1, headcount: 3 });
		expect(rows([a, b], {}).map(([rank, id]) => [rank, id])).toEqual([
			[1, 'b'],
			[2, 'a']
		]);
	});
});

describe('a unit has no rank', () => {
	test.each([
		['without a headcount', { headcount: null }, {}, 'no_headcount'],
		['with headcount 0', { headcount: 0 }, {}, 'no_headcount'],
		['below the least headcount', { headcount: 9 }, { minHeadcount: 10 }, 'small'],
		['below the gate', { participants: 4 }, { gate: fraction(1, 2) }, 'below_gate'],
		['when nobody took part', { participants: 0 }, {}, 'nobody'],
		[
			'for every reason at once, in the fixed order',
			{ participants: 0, headcount: 9 },
			{ minHeadcount: 10, gate: fraction(1, 2) },
			'small,below_gate,nobody'
		]
	])('%s', (_, unit, rules, flags) => {
		expect(rows([aUnit(unit)], rules)).toEqual([[null, 'u', null, flags]]);
	});

	test.each([
		['exactly at the gate', {}, { gate: fraction(1, 2) }],
		['at the least headcount', {}, { minHeadcount: 10 }]
	])('but has one %s', (_, unit, rules) => {
		expect(rows([aUnit(unit)], rules)).toEqual([[1, 'u', '1/2', '']]);
	});

	test('M1 asks for no headcount, no least size and no gate', () => {
		const rules = { formula: 'M1' as const, minHeadcount: 100, gate: fraction(1) };
		const found = rows([aUnit({}), aUnit({ id: 'v', headcount: null })], rules);
		expect(found.map(([rank, , , flags]) => [rank, flags])).toEqual([
			[1, ''],
			[1, '']
		]);
	});
});

describe('the order of units', () => {
	test('equal values share the rank, then unranked units follow by id', () => {
		const units = ['d', 'c', 'b'].map((id) => aUnit({ id }));
		const none = ['z', 'a'].map((id) => aUnit({ id, headcount: null }));
		const found = rows([...none, ...units, aUnit({ id: 'low', participants: 1 })], {});
		expect(found.map(([rank, id]) => [rank, id])).toEqual([
			[1, 'b'],
			[1, 'c'],
			[1, 'd'],
			[4, 'low'],
			[null, 'a'],
			[null, 'z']
		]);
	});

	test('tie-break by rate, headcount and participants puts unknown last', () => {
		const known = aUnit({ id: 'known' });
		const unknown = aUnit({ id: 'alien', headcount: null });
		for (const key of ['rate', 'headcount'] as const)
			expect(rows([unknown, known], { formula: 'M1', tieBreak: [key] })[0]?.[1]).toBe('known');
		const bigger = aUnit({ id: 'bigger', participants: 10, headcount: 20 });
		expect(rows([known, bigger], { tieBreak: ['participants'] })[0]?.[1]).toBe('bigger');
		expect(rows([known, bigger], { tieBreak: ['rate', 'headcount'] })[0]?.[1]).toBe('bigger');
	});

	test('leagues stand apart, null first and then by code unit', () => {
		const units = ['b', null, 'B', 'a'].map((league, i) => aUnit({ id: `u${i}`, league }));
		const boards = collectiveBoards(units, theRules({}), 20);
		expect(boards.map((board) => board.league)).toEqual([null, 'B', 'a', 'b']);
		expect(boards.every((board) => board.rows[0]?.rank === 1)).toBe(true);
	});
});

test('a person counts once in their unit and in every unit above it', () => {
	const units = [
		{ id: 'city', parentId: null },
		{ id: 'school', parentId: 'city' },
		{ id: 'class', parentId: 'school' }
	];
	const tallies = tallyUnits(units, [
		{ unitId: 'class', attempts: 2, score: 10 },
		{ unitId: 'school', attempts: 1, score: 7 }
	]);
	expect(tallies.get('class')).toEqual({ participants: 1, attempts: 2, score: 10 });
	expect(tallies.get('school')).toEqual({ participants: 2, attempts: 3, score: 17 });
	expect(tallies.get('city')).toEqual({ participants: 2, attempts: 3, score: 17 });
});
