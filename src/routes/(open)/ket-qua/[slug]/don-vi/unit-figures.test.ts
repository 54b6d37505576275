import { expect, test } from 'vitest';
import type { UnitStanding } from '#lib/standings/standings-row.ts';
import { unitTotals, valueText } from './unit-figures.ts';

const unit = (participants: number | null, headcount: number | null): UnitStanding => ({
	rank: null,
	unitId: 'u',
	name: 'u',
	league: null,
	participants,
	attempts: 1,
	headcount,
	rate: null,
	value: null,
	flags: []
});

test('people of a unit without a headcount are counted, but not in what a rate is made of', () => {
	expect(unitTotals([unit(30, 40), unit(7, null)])).toEqual({
		units: 2,
		withHeadcount: 1,
		headcount: 40,
		participants: 37,
		counted: 30
	});
});

test('what is predicted and not told yet has no sum', () => {
	const totals = unitTotals([unit(null, 40), unit(null, null)]);
	expect([totals.participants, totals.counted, totals.headcount]).toEqual([null, null, 40]);
});

test.each([
	['M3', ['1659', '2000'], '82,95'],
	['M3', ['2', '3'], '66,66'],
	['M1', ['1180', '1'], '1.180'],
	['M4', ['165', '2'], '82,50'],
	['M5', ['28', '1'], '28']
] as const)('a value of %s, %j, reads %s', (formula, value, text) => {
	expect(valueText(value, formula, 'vi')).toBe(text);
});

test('a unit without a rank has no value', () => {
	expect(valueText(null, 'M3', 'vi')).toBeNull();
});
