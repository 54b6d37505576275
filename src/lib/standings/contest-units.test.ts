import { describe, expect, test } from 'vitest';
import type { League } from '#lib/contest/definition.ts';
import { isRanked, leagueOf } from './contest-units.ts';

const leagues: League[] = [
	{ id: 'schools', title: '', headcountFrom: null, headcountBelow: null, kinds: ['school'] },
	{ id: 'big', title: '', headcountFrom: 200, headcountBelow: null, kinds: null },
	{ id: 'small', title: '', headcountFrom: null, headcountBelow: 200, kinds: null }
];

describe('a unit is in the first league that fits', () => {
	test.each([
		['school' as const, 500, 'schools'],
		['doan' as const, 200, 'big'],
		['doan' as const, 199, 'small'],
		['doan' as const, null, null]
	])('%s of %s people: %s', (kind, headcount, league) => {
		expect(leagueOf(leagues, { key: 'u', kind, headcount })).toBe(league);
	});
});

test('ranked are units of the named kinds, or the named units', () => {
	const unit = { key: 'thcs-bac-son', kind: 'school' as const };
	expect(isRanked({ tree: 'education', kinds: ['school'] }, unit)).toBe(true);
	expect(isRanked({ tree: 'education', kinds: ['class'] }, unit)).toBe(false);
	expect(isRanked({ tree: 'education', units: ['thcs-bac-son'] }, unit)).toBe(true);
});
