import { describe, expect, test } from 'vitest';
import type { Actor } from '#lib/identity/actor.ts';
import { day } from '#lib/kernel/instant.ts';
import {
	confirmationHindrance,
	confirmingPost,
	type ActivityRecord,
	type StoredActivity
} from './activity.ts';
import { activityFate, sessionAsActivity } from './activity-fate.ts';

const confirmed = { by: 'Hiệu trưởng', on: day('2024-10-12') };

function anActivity(more: Partial<StoredActivity> = {}): StoredActivity {
	return {
		...{ id: 'a1', unitKey: 'thcs', kind: 'ngoai_khoa', heldOn: day('2024-10-09') },
		...{ title: 'Ngoại khóa: An toàn', classes: ['8A1', '8A2'], people: 60, ledBy: 'Cô Hằng' },
		...{
			evidence: 'Biên bản',
			contestCode: null,
			tags: ['t'],
			eventLevel: null,
			confirmation: null
		},
		...more
	};
}

describe('a record of a file', () => {
	test.each<[string, Partial<ActivityRecord>, Partial<StoredActivity> | null, string]>([
		['nothing stored', {}, null, 'new'],
		['the same draft', {}, {}, 'same'],
		['classes in another order', { classes: ['8A2', '8A1'] }, {}, 'same'],
		['another number of people, draft', { people: 61 }, {}, 'changed'],
		['a confirmation for a draft', { confirmation: confirmed }, {}, 'changed'],
		['the same, confirmed', { confirmation: confirmed }, { confirmation: confirmed }, 'same'],
		['a draft of what was confirmed here since', {}, { confirmation: confirmed }, 'same'],
		[
			'another number of people, confirmed',
			{ people: 61 },
			{ confirmation: confirmed },
			'conflict'
		],
		[
			'another confirmation',
			{ confirmation: { ...confirmed, on: day('2024-10-13') } },
			{ confirmation: confirmed },
			'conflict'
		]
	])('with %s', (_, record, stored, fate) => {
		expect(activityFate(anActivity(record), stored ? anActivity(stored) : undefined)).toBe(fate);
	});
});

describe('a session of the short form', () => {
	const { unitKey, heldOn, classes, people, ledBy, evidence, contestCode } = anActivity();
	const session = {
		...{ unitKey, heldOn, classes, people, ledBy, evidence, contestCode },
		confirmation: null
	};

	test.each<[string, Partial<StoredActivity>]>([
		['the same leader, other classes', { classes: ['9A'] }],
		[
			'the same classes, in another order, another leader',
			{ ledBy: 'Thầy Quân', classes: ['8a2', '8A1'] }
		]
	])('is the stored activity with %s', (_, more) => {
		const stored = anActivity(more);
		expect(sessionAsActivity(session, [stored])).toMatchObject({
			title: stored.title,
			tags: ['t']
		});
	});

	test.each<[string, Partial<StoredActivity>]>([
		['another day', { heldOn: day('2024-10-10') }],
		['another unit', { unitKey: 'thpt' }],
		['another kind', { kind: 'sinh_hoat_duoi_co' }],
		['another leader and classes', { ledBy: null, classes: ['9A'] }]
	])('is not the stored one of %s', (_, more) => {
		expect(sessionAsActivity(session, [anActivity(more)])).toMatchObject({
			title: 'Buổi ngoại khóa, lớp 8A1, 8A2',
			tags: []
		});
	});

	test('gets a title of its own', () => {
		const taken = anActivity({ title: 'Buổi ngoại khóa', classes: ['9A'], ledBy: null });
		const bare = { ...session, classes: [], ledBy: null };
		expect(sessionAsActivity(bare, [taken]).title).toBe('Buổi ngoại khóa (2)');
	});
});

describe('confirming', () => {
	const actorWith = (role: 'school-head' | 'unit-secretary', unitKey: string): Actor => ({
		...{ kind: 'account', accountId: 'x', personId: null },
		posts: [{ role, unitKey }]
	});
	const school = { kind: 'school', lineage: ['thcs', 'phuong'] } as const;
	const branch = { kind: 'chi_doan', lineage: ['chi-doan', 'doan-phuong'] } as const;

	test.each([
		['a school’s head, for the school', actorWith('school-head', 'thcs'), school, true],
		['another school’s head', actorWith('school-head', 'thpt'), school, false],
		['a secretary above the school', actorWith('unit-secretary', 'phuong'), school, false],
		['a secretary above the branch', actorWith('unit-secretary', 'doan-phuong'), branch, true]
	] as const)('is for %s: %#', (_, actor, unit, may) => {
		expect(confirmingPost(actor, unit) !== undefined).toBe(may);
	});

	test.each([
		['2024-10-08', null, 'held-in-future'],
		['2024-10-09', null, null],
		['2024-10-10', confirmed, 'already-confirmed']
	])('on %s', (today, confirmation, hindrance) => {
		expect(confirmationHindrance(anActivity({ confirmation }), day(today))).toBe(hindrance);
	});
});
