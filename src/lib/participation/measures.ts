import { dayOf, type Day, type Instant } from '#lib/kernel/instant.ts';
import { compare, fraction } from '#lib/kernel/fraction.ts';
import type { Audience } from '#lib/units/audience.ts';

export const measures = [
	'registered',
	'started',
	'completed',
	'passed',
	'perfect',
	'attempts'
] as const;
export type Measure = (typeof measures)[number];

/** One attempt as participation sees it; `score` null while it runs. */
export interface CountedAttempt {
	readonly startedAt: Instant;
	readonly endedAt: Instant | null;
	readonly valid: boolean;
	readonly score: number | null;
	readonly maxScore: number;
}

/** A person in a contest: where they count, and the day each measure was first reached (null: not yet). */
export interface PersonMeasures {
	readonly unitKey: string | null;
	readonly audience: string | null;
	readonly registeredOn: Day;
	readonly startedOn: Day | null;
	readonly completedOn: Day | null;
	readonly passedOn: Day | null;
	readonly perfectOn: Day | null;
	readonly attemptDays: readonly Day[];
}

/** Where a person stands in the contest, from the entry. */
export interface Registration {
	readonly unitKey: string | null;
	readonly audience: string | null;
	readonly registeredAt: Instant;
}

/**
 * The measures of contract "Counting": completed is a valid attempt that has ended, passed reaches
 * passShare·maxScore of its round, perfect its maxScore; compared by cross-multiplication.
 */
export function measuresOf(
	registration: Registration,
	attempts: readonly CountedAttempt[],
	passShare: readonly [number, number]
): PersonMeasures {
	const done = attempts.filter(({ valid, endedAt }) => valid && endedAt !== null);
	const reaching = (share: readonly [number, number]) =>
		done.filter(
			({ score, maxScore }) =>
				score !== null && compare(fraction(score), fraction(share[0] * maxScore, share[1])) >= 0
		);
	return {
		unitKey: registration.unitKey,
		audience: registration.audience,
		registeredOn: dayOf(registration.registeredAt),
		startedOn: firstDay(attempts.map(({ startedAt }) => startedAt)),
		completedOn: firstDay(ends(done)),
		passedOn: firstDay(ends(reaching(passShare))),
		perfectOn: firstDay(ends(reaching([1, 1]))),
		attemptDays: ends(done).map(dayOf).sort()
	};
}

/** A change of one sum: so many more (or fewer) at this unit, audience, measure and day. */
export interface CountChange {
	readonly unitKey: string;
	readonly audience: string;
	readonly measure: Measure;
	readonly onDay: Day;
	readonly amount: number;
}

/** What turns the sums that hold `before` into sums that hold `after`; equal days cancel out. */
export function changesBetween(
	before: PersonMeasures | undefined,
	after: PersonMeasures
): CountChange[] {
	const sums = new Map<string, CountChange>();
	for (const [person, sign] of [
		[before, -1],
		[after, 1]
	] as const)
		for (const change of person ? shareOf(person, sign) : []) addTo(sums, change);
	return [...sums.values()].filter(({ amount }) => amount !== 0);
}

/** Adds the changes of many persons up, one per key. */
export function summed(changes: readonly CountChange[]): CountChange[] {
	const sums = new Map<string, CountChange>();
	for (const change of changes) addTo(sums, change);
	return [...sums.values()].filter(({ amount }) => amount !== 0);
}

function addTo(sums: Map<string, CountChange>, change: CountChange): void {
	const key = [change.unitKey, change.audience, change.measure, change.onDay].join('\n');
	const amount = (sums.get(key)?.amount ?? 0) + change.amount;
	sums.set(key, { ...change, amount });
}

/** What one person adds to the sums; nobody without a unit or an audience is in any unit's figure. */
function shareOf(person: PersonMeasures, amount: number): CountChange[] {
	const { unitKey, audience } = person;
	if (unitKey === null || audience === null) return [];
	const at = (measure: Measure, onDay: Day | null) =>
		onDay === null ? [] : [{ unitKey, audience, measure, onDay, amount }];
	return [
		...at('registered', person.registeredOn),
		...at('started', person.startedOn),
		...at('completed', person.completedOn),
		...at('passed', person.passedOn),
		...at('perfect', person.perfectOn),
		...person.attemptDays.flatMap((onDay) => at('attempts', onDay))
	];
}

function ends(attempts: readonly CountedAttempt[]): Instant[] {
	return attempts.flatMap(({ endedAt }) => (endedAt === null ? [] : [endedAt]));
}

function firstDay(instants: readonly Instant[]): Day | null {
	const first = [...instants].sort()[0];
	return first === undefined ? null : dayOf(first);
}

/** What a leaf unit's people (or attempts) come to by the end of a day. */
export interface LeafSum {
	readonly unitKey: string;
	readonly audience: Audience;
	readonly measure: Measure;
	readonly amount: number;
}
