import { expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import type { Audience } from '#lib/units/audience.ts';
import { choosePlace, placesOf, publicId, registeredAt, type ContestScope } from './entry.ts';

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

const importedAt = instant('2026-10-01T08:00:00+07:00');
const opened = instant('2026-10-06T09:00:00+07:00');

test.each([
	['no roster: the first opening', null, opened],
	['a roster before the contest: the contest', '2026-09-05T08:00:00+07:00', importedAt],
	['a roster after the contest', '2026-10-02T08:00:00+07:00', instant('2026-10-02T08:00:00+07:00')],
	['a roster after the opening: the opening', '2026-10-07T08:00:00+07:00', opened]
])('%s', (_what, confirmed, expected) => {
	const confirmedAt = confirmed === null ? null : instant(confirmed);
	expect(registeredAt([{ confirmedAt }], { importedAt }, opened)).toBe(expected);
});

test('a public id is fixed by the contest and the person, and shows neither', () => {
	const id = publicId(Buffer.alloc(32, 1), 'p1');
	expect(id).toMatch(/^[0-9a-f]{32}$/);
	expect(publicId(Buffer.alloc(32, 1), 'p1')).toBe(id);
	expect(publicId(Buffer.alloc(32, 2), 'p1')).not.toBe(id);
	expect(publicId(Buffer.alloc(32, 1), 'p2')).not.toBe(id);
});
