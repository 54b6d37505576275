import { compare, fraction, least, type Fraction } from '#lib/kernel/fraction.ts';
import type { UnitTally } from './unit-tally.ts';

export type CollectiveTieBreak = 'rate' | 'headcount' | 'participants';

/** A ranked unit, with the counts of its whole subtree. `headcount` 0 is read as null. */
export interface CollectiveUnit extends UnitTally {
	readonly id: string;
	readonly league: string | null;
	readonly headcount: number | null;
}

const one = fraction(1);

/** min(1, p/h); null when h is not known. */
export function cappedRate(unit: CollectiveUnit): Fraction | null {
	const headcount = knownHeadcount(unit);
	return headcount === null ? null : least(one, fraction(unit.participants, headcount));
}

export function knownHeadcount(unit: CollectiveUnit): number | null {
	return unit.headcount === 0 ? null : unit.headcount;
}

export type ValuedUnit = CollectiveUnit & { readonly value: Fraction };

/** By value, then by the tie-break keys in order, unknown last (contract §4.9); equal units are 0. */
export function comparingUnits(tieBreak: readonly CollectiveTieBreak[]) {
	return (a: ValuedUnit, b: ValuedUnit): number => {
		const byValue = compare(b.value, a.value);
		if (byValue !== 0) return byValue;
		for (const key of tieBreak) {
			const order = tieBreakers[key](a, b);
			if (order !== 0) return order;
		}
		return 0;
	};
}

const tieBreakers: Readonly<
	Record<CollectiveTieBreak, (a: CollectiveUnit, b: CollectiveUnit) => number>
> = {
	rate: (a, b) => highestFirst(cappedRate(a), cappedRate(b)),
	headcount: (a, b) => highestFirst(headcountShare(a), headcountShare(b)),
	participants: (a, b) => b.participants - a.participants
};

function headcountShare(unit: CollectiveUnit): Fraction | null {
	const headcount = knownHeadcount(unit);
	return headcount === null ? null : fraction(headcount);
}

function highestFirst(a: Fraction | null, b: Fraction | null): number {
	if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
	return compare(b, a);
}
