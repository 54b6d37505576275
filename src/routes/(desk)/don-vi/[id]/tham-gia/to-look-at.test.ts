import { expect, test } from 'vitest';
import type { ParticipationRow } from '#lib/participation/view-participation.server.ts';
import { concernsOf } from './to-look-at.ts';

function aRow(key: string, row: Partial<ParticipationRow>): ParticipationRow {
	const measures = {
		registered: 30,
		started: 27,
		completed: 27,
		passed: 20,
		perfect: 0,
		attempts: 31
	};
	return { key, name: key, ...measures, headcount: 40, rate: [27, 40], coverage: [1, 1], ...row };
}

test('a unit below without a headcount, one with too small a headcount, and one in part declared', () => {
	const rows = [
		aRow('phuong', { headcount: null, rate: [91, 665], coverage: [2, 4] }),
		aRow('truong-a', { headcount: null, rate: null, coverage: [0, 1] }),
		aRow('truong-b', { headcount: 25, rate: [27, 25] }),
		aRow('truong-c', {}),
		aRow('xa', { headcount: null, rate: [27, 40], coverage: [1, 2] })
	];
	expect(concernsOf(rows).map(({ key, kind, n, d }) => `${key}: ${kind} ${n}/${d}`)).toEqual([
		'truong-b: over 27/25',
		'truong-a: missing 1/1',
		'xa: missing 1/2'
	]);
});

test('a row whom the contest does not ask is left alone', () => {
	const nobody = { registered: 0, headcount: null, rate: null, coverage: [0, 1] as const };
	expect(concernsOf([aRow('phuong', {}), aRow('so', nobody)])).toEqual([]);
});

test('when it is a unit without anybody that lacks its headcount, the whole says how many do', () => {
	const whole = aRow('quan', { headcount: null, rate: [40, 266], coverage: [3, 4] });
	const nobody = { registered: 0, headcount: null, rate: null, coverage: [0, 1] as const };
	const found = concernsOf([whole, aRow('phuong', {}), aRow('phuong-khac', nobody)]);
	expect(found.map(({ key, kind, n, d }) => `${key}: ${kind} ${n}/${d}`)).toEqual([
		'quan: missing 1/4'
	]);
});

test('a school with a headcount is over it itself, and its classes are not asked for theirs', () => {
	const aClass = aRow('8a', { headcount: null, rate: null, coverage: [0, 1] });
	const school = aRow('truong-b', { headcount: 25, rate: [27, 25] });
	expect(concernsOf([school, aClass]).map(({ key, kind }) => `${key}: ${kind}`)).toEqual([
		'truong-b: over'
	]);
});

test('without children the unit speaks for itself', () => {
	expect(concernsOf([aRow('truong-b', { headcount: 25, rate: [27, 25] })])).toHaveLength(1);
	expect(concernsOf([aRow('truong-b', { headcount: 27, rate: [27, 27] })])).toEqual([]);
});
