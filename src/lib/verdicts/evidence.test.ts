import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import { findingOf, type ActivityFact, type EvidenceAsked, type UnitFacts } from './evidence.ts';
import type { Roll } from './known-roll.ts';

const window = { from: day('2024-01-01'), to: day('2025-01-01') };

function held(fact: Partial<ActivityFact> = {}): ActivityFact {
	return {
		kind: 'ngoai_khoa',
		heldOn: day('2024-10-09'),
		confirmedOn: day('2024-10-12'),
		tags: [],
		...fact
	};
}

/** A roll of which no part is known. */
const unknown: Roll = { known: 0, isWhole: false };
const atLeast = (known: number): Roll => ({ known, isWhole: false });

function aUnit(activities: ActivityFact[], completed = 0, roll: number | Roll = 100): UnitFacts {
	const whole = typeof roll === 'number' ? { known: roll, isWhole: true } : roll;
	return { activities, quiz: { completed, roll: whole } };
}

const find = (asked: EvidenceAsked, facts: UnitFacts) => {
	const { state, why } = findingOf(asked, facts, window);
	return `${state}: ${why}`;
};

describe('a session counts when confirmed, held inside the window and confirmed by as-of', () => {
	test.each([
		['confirmed in time', held(), 'counted: session'],
		['on the first day', held({ heldOn: day('2024-01-01') }), 'counted: session'],
		['confirmed on as-of itself', held({ confirmedOn: day('2024-12-31') }), 'counted: session'],
		['nobody confirmed it', held({ confirmedOn: null }), 'not-counted: not-confirmed'],
		[
			'confirmed in January',
			held({ confirmedOn: day('2025-01-03') }),
			'not-counted: confirmed-late'
		],
		['held after as-of', held({ heldOn: day('2025-01-10') }), 'not-counted: outside-window'],
		['another kind of activity', held({ kind: 'hoi_nghi_tap_huan' }), 'not-counted: nothing']
	])('%s', (_name, fact, finding) => {
		expect(find({ evidence: 'S3' }, aUnit([fact]))).toBe(finding);
	});

	test('the kinds that the plan names replace the default', () => {
		const asked = { evidence: 'S3', activityKinds: ['sinh_hoat_duoi_co'] } as const;
		expect(find(asked, aUnit([held()]))).toBe('not-counted: nothing');
		expect(find(asked, aUnit([held({ kind: 'sinh_hoat_duoi_co' })]))).toBe('counted: session');
	});
});

describe('S2 is at least 10 people and at least a tenth of the roll', () => {
	test.each([
		['62 of 612: a tenth is 61,2', 62, 612, 'counted: contest'],
		['61 of 612', 61, 612, 'not-counted: contest-too-few'],
		['exactly a tenth', 24, 240, 'counted: contest'],
		['nine of nine are too few', 9, 9, 'not-counted: contest-too-few'],
		['ten of twelve', 10, 12, 'counted: contest'],
		['nobody', 0, 100, 'not-counted: nothing'],
		['ten, and no roll is known', 10, unknown, 'open: no-headcount'],
		['nine, and no roll is known', 9, unknown, 'not-counted: contest-too-few'],
		['twelve of 120 known, and more missing', 12, atLeast(120), 'open: no-headcount'],
		[
			'twelve of 121 known are too few, whatever is missing',
			12,
			atLeast(121),
			'not-counted: contest-too-few'
		],
		['nobody of a part', 0, atLeast(121), 'not-counted: nothing']
	])('%s', (_name, completed, roll, finding) => {
		expect(find({ evidence: 'S2' }, aUnit([], completed, roll))).toBe(finding);
	});

	test('S1 is one pupil', () => {
		expect(find({ evidence: 'S1' }, aUnit([], 1, unknown))).toBe('counted: contest');
		expect(find({ evidence: 'S1' }, aUnit([held()], 0))).toBe('not-counted: nothing');
	});
});

describe('S2 or S3: either is enough, and the nearest miss is told', () => {
	const asked = { evidence: 'S2_or_S3' } as const;
	test.each([
		['a session alone', aUnit([held()]), 'counted: session'],
		['a contest alone', aUnit([], 62, 612), 'counted: contest'],
		[
			'an unconfirmed session and a contest',
			aUnit([held({ confirmedOn: null })], 62, 612),
			'counted: contest'
		],
		['an unconfirmed session', aUnit([held({ confirmedOn: null })]), 'not-counted: not-confirmed'],
		[
			'an unconfirmed session, no roll',
			aUnit([held({ confirmedOn: null })], 10, unknown),
			'open: no-headcount'
		],
		['a session makes the roll needless', aUnit([held()], 10, unknown), 'counted: session'],
		[
			'an unconfirmed session, and the known part of the roll is too large',
			aUnit([held({ confirmedOn: null })], 10, atLeast(101)),
			'not-counted: not-confirmed'
		],
		['a few pupils only', aUnit([], 5, 612), 'not-counted: contest-too-few'],
		['neither', aUnit([]), 'not-counted: nothing']
	])('%s', (_name, facts, finding) => {
		expect(find(asked, facts)).toBe(finding);
	});
});

describe('activities, documents and both, by tag', () => {
	const tags = ['ngay-cds', 'thang-10'];
	const plan = held({ kind: 'ke_hoach_don_vi', tags });
	const day10 = held({ kind: 'huong_ung_ngay_cds', tags });
	const both = { evidence: 'plan_and_activity', tag: 'ngay-cds' } as const;
	test.each([
		[
			'a plan is not an activity',
			{ evidence: 'activity', tag: 'ngay-cds' },
			[plan],
			'not-counted: nothing'
		],
		[
			'an activity with the tag',
			{ evidence: 'activity', tag: 'ngay-cds' },
			[day10],
			'counted: activity'
		],
		[
			'an activity without the tag',
			{ evidence: 'activity', tag: 'chuyen-muc' },
			[day10],
			'not-counted: nothing'
		],
		[
			'a document with the tag',
			{ evidence: 'document', tag: 'thang-10' },
			[plan],
			'counted: document'
		],
		['both', both, [plan, day10], 'counted: plan-and-activity'],
		['the plan only', both, [plan], 'not-counted: plan-only'],
		['the activity only', both, [day10], 'not-counted: activity-only'],
		[
			'an unconfirmed activity beside the plan',
			both,
			[plan, { ...day10, confirmedOn: null }],
			'not-counted: not-confirmed'
		],
		['neither', both, [], 'not-counted: nothing']
	] as const)('%s', (_name, asked, activities, finding) => {
		expect(find(asked, aUnit([...activities]))).toBe(finding);
	});
});

test('a cadence is kept by confirmed activities of every whole month of the window', () => {
	const asked = { evidence: 'cadence', cadence: { times: 1, per: 'month' } } as const;
	const quarter = { from: day('2024-01-01'), to: day('2024-03-01') };
	const on = (text: string, confirmedOn = text) =>
		held({ kind: 'khac', heldOn: day(text), confirmedOn: day(confirmedOn) });
	const kept = aUnit([on('2024-01-31'), on('2024-02-01')]);
	const missed = aUnit([on('2024-01-31'), on('2024-01-02')]);
	const late = aUnit([on('2024-01-31'), on('2024-02-01', '2024-03-02')]);
	expect(findingOf(asked, kept, quarter).why).toBe('cadence-kept');
	expect(findingOf(asked, missed, quarter).why).toBe('cadence-missed');
	expect(findingOf(asked, late, quarter).why).toBe('cadence-missed');
	expect(findingOf(asked, aUnit([]), quarter).why).toBe('nothing');
});
