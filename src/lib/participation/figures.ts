import type { LeafSum, Measure } from './measures.ts';

/** The six measures of one row: people but for attempts. */
export type Measured = Record<Measure, number>;

/** Where a leaf's people are counted among the rows asked for; none: outside. */
export type RowsOfLeaf = (leafKey: string) => readonly string[];

export interface Tally extends Measured {
	/** Completed people of the audience that the headcount counts. */
	readonly completedOfHeadcount: number;
}

const nothing: Tally = {
	registered: 0,
	started: 0,
	completed: 0,
	passed: 0,
	perfect: 0,
	attempts: 0,
	completedOfHeadcount: 0
};

/** Adds leaf sums up by row; a leaf may count in several rows (the unit itself and one of its children). */
export function tallied(
	sums: readonly LeafSum[],
	rowsOf: RowsOfLeaf,
	headcountAudience: string
): Map<string, Tally> {
	const tallies = new Map<string, Tally>();
	for (const sum of sums)
		for (const row of rowsOf(sum.unitKey))
			tallies.set(row, added(tallies.get(row) ?? nothing, sum, headcountAudience));
	return tallies;
}

export function tallyOf(tallies: ReadonlyMap<string, Tally>, row: string): Tally {
	return tallies.get(row) ?? nothing;
}

function added(
	tally: Tally,
	{ measure, amount, audience }: LeafSum,
	headcountAudience: string
): Tally {
	const counts = measure === 'completed' && audience === headcountAudience ? amount : 0;
	return {
		...tally,
		[measure]: tally[measure] + amount,
		completedOfHeadcount: tally.completedOfHeadcount + counts
	};
}

/** A unit that declares: its headcount (null: missing) and its completed people of that audience. */
export interface DeclaringUnit {
	readonly headcount: number | null;
	readonly completed: number;
}

/** A row's own headcount; `isAsked`: the contest ranks the unit, so the unit is to declare one. */
export interface OwnHeadcount extends DeclaringUnit {
	readonly isAsked: boolean;
}

export interface RowRate {
	readonly headcount: number | null;
	/** Completed people over the headcount; null without one. */
	readonly rate: readonly [number, number] | null;
	/** Units that declared, of all that are asked; 0 of 0 where none is, as in a class of a ranked school. */
	readonly coverage: readonly [number, number];
}

/**
 * A row's headcount, rate and coverage (contract "Counting", domain §5.3). Where the row has no headcount of
 * its own, the rate stands on the declaring units below it that have one and leaves the people of the others
 * out; the coverage says so. Without declaring units below, the row speaks for itself.
 */
export function rateOf(own: OwnHeadcount, below: readonly DeclaringUnit[]): RowRate {
	const isDeclaring = own.isAsked || own.headcount !== null;
	const units = below.length > 0 ? below : isDeclaring ? [own] : [];
	const known = units.filter(({ headcount }) => headcount !== null);
	const coverage = [known.length, units.length] as const;
	if (own.headcount !== null)
		return { headcount: own.headcount, rate: shareOf(own.completed, own.headcount), coverage };
	const sum = known.reduce((total, { headcount }) => total + (headcount ?? 0), 0);
	const people = known.reduce((total, { completed }) => total + completed, 0);
	const whole = below.length > 0 && known.length === units.length;
	return { headcount: whole ? sum : null, rate: shareOf(people, sum), coverage };
}

function shareOf(people: number, headcount: number): readonly [number, number] | null {
	return headcount > 0 ? [people, headcount] : null;
}
