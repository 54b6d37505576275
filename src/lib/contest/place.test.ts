import { expect, test } from 'vitest';
import type { Audience } from '#lib/units/audience.ts';
import { choosePlace, placesOf, type ContestScope } from './place.ts';

const audiences: readonly Audience[] = ['doan_vien', 'hs_6_9'];
const scope: ContestScope = {
	unitKeys: new Set(['lop-10a', 'chi-doan-1', 'lop-8a']),
	groupUnitKeys: new Map([['truong-hoc', new Set(['lop-10a'])]])
};
const groups = [
	{ id: 'truong-hoc', title: 'Trường', audiences: ['doan_vien'], units: ['doan-truong'] },
	{ id: 'dia-ban', title: 'Địa bàn', audiences: ['doan_vien'], units: null }
] as const;

function places(unitKey: string, own: readonly Audience[], grouped = true) {
	return placesOf({ audiences, groups: grouped ? groups : [] }, scope, [
		{ unitKey, audiences: own }
	]);
}

test('the first group in declared order that fits takes the person', () => {
	expect(places('lop-10a', ['doan_vien'])).toEqual([{ unitKey: 'lop-10a', groupId: 'truong-hoc' }]);
	expect(places('chi-doan-1', ['doan_vien'])).toEqual([
		{ unitKey: 'chi-doan-1', groupId: 'dia-ban' }
	]);
});

test('a contest with groups takes nobody outside them', () => {
	expect(places('lop-8a', ['hs_6_9'])).toEqual([]);
});

test('a contest without groups takes everybody in scope', () => {
	expect(places('lop-8a', ['hs_6_9'], false)).toEqual([{ unitKey: 'lop-8a', groupId: null }]);
});

test.each([
	['a unit outside the scope', 'lop-9b', ['doan_vien']],
	['another audience', 'lop-10a', ['cbccvc']],
	['no audience', 'lop-10a', []]
] as const)('%s does not take part', (_what, unitKey, own) => {
	expect(places(unitKey, own)).toEqual([]);
});

const two = [
	{ unitKey: 'a', groupId: null },
	{ unitKey: 'b', groupId: null }
];

test('of several places the person chooses, and only among their own', () => {
	expect(choosePlace([], undefined).kind).toBe('nowhere');
	expect(choosePlace([], 'a').kind).toBe('nowhere');
	expect(choosePlace(two.slice(0, 1), undefined)).toEqual({ kind: 'placed', place: two[0] });
	expect(choosePlace(two, undefined)).toEqual({ kind: 'several', places: two });
	expect(choosePlace(two, 'b')).toEqual({ kind: 'placed', place: two[1] });
	expect(choosePlace(two, 'c')).toEqual({ kind: 'not-theirs', places: two });
});
