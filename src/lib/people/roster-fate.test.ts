import { expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import type { Audience } from '#lib/units/audience.ts';
import { decideFate, type MembershipHeld, type PersonHeld } from './roster-fate.ts';

const Y2024 = day('2024-09-05');
const Y2025 = day('2025-09-05');
const PUPIL: readonly Audience[] = ['hs_6_9'];

function member(unitKey: string, more: Partial<MembershipHeld> = {}): MembershipHeld {
	return { id: `m-${unitKey}`, unitKey, audiences: PUPIL, from: Y2024, to: null, ...more };
}

function an(...memberships: MembershipHeld[]): PersonHeld {
	return { id: 'p1', name: 'An', birthYear: 2011, memberships };
}

function listed(unitKey: string, from = Y2024, audiences = PUPIL) {
	return { name: 'An', birthYear: 2011, places: [{ unitKey, from, audiences }] };
}

const nothing = { rename: false, end: [], drop: [], begin: [] };

test('somebody unknown is new', () => {
	const list = listed('8a');
	expect(decideFate(undefined, list)).toEqual({ ...nothing, fate: 'new', begin: list.places });
});

test('the same list again, also of a later day, changes nothing', () => {
	expect(decideFate(an(member('8a')), listed('8a'))).toEqual({ ...nothing, fate: 'same' });
	expect(decideFate(an(member('8a')), listed('8a', Y2025))).toEqual({ ...nothing, fate: 'same' });
});

test('a pupil of another class a year later has moved: the old membership ends that day', () => {
	const list = listed('9a', Y2025);
	expect(decideFate(an(member('8a')), list)).toEqual({
		...nothing,
		fate: 'moved',
		end: [{ id: 'm-8a', on: Y2025 }],
		begin: list.places
	});
});

test('another class from the same day replaces the first one', () => {
	const list = listed('8b');
	expect(decideFate(an(member('8a')), list)).toEqual({
		...nothing,
		fate: 'moved',
		drop: ['m-8a'],
		begin: list.places
	});
});

test('a pupil who joins a chi đoàn stays in the class', () => {
	const list = listed('chi-doan', Y2025, ['doan_vien']);
	expect(decideFate(an(member('8a')), list)).toEqual({
		...nothing,
		fate: 'changed',
		begin: list.places
	});
});

test('another audience in the same unit is a change', () => {
	const list = listed('8a', Y2025, ['doan_vien']);
	expect(decideFate(an(member('8a')), list)).toEqual({
		...nothing,
		fate: 'changed',
		end: [{ id: 'm-8a', on: Y2025 }],
		begin: list.places
	});
});

test('another name or year of birth is a change of the person only', () => {
	const change = decideFate(an(member('8a')), { ...listed('8a'), name: 'Ân' });
	expect(change).toEqual({ ...nothing, fate: 'changed', rename: true });
});

test('who came back begins again, and what had ended stays as it was', () => {
	const list = listed('8a', Y2025);
	const change = decideFate(an(member('8a', { to: day('2025-01-01') })), list);
	expect(change).toEqual({ ...nothing, fate: 'changed', begin: list.places });
});

test('an earlier beginning replaces the later one', () => {
	const list = listed('8a');
	const change = decideFate(an(member('8a', { from: Y2025 })), list);
	expect(change).toEqual({ ...nothing, fate: 'changed', drop: ['m-8a'], begin: list.places });
});
