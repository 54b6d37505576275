import { headcountOf, type HeadcountBook } from '#lib/units/headcount.ts';

/** How many people there are, as far as headcounts say; the whole is never less than the known part. */
export interface Roll {
	readonly known: number;
	readonly isWhole: boolean;
}

/** h(u) of contract "Counting" where it is known; else what the units below it have declared. */
export function knownRoll(unitKey: string, book: HeadcountBook): Roll {
	const whole = headcountOf(unitKey, book);
	if (whole) return { known: whole.value, isWhole: true };
	const below = (book.childrenOf.get(unitKey) ?? []).map((key) => knownRoll(key, book));
	return { ...summedRoll(below), isWhole: false };
}

/** Rolls of different people together; of nobody asked, nothing is known. */
export function summedRoll(rolls: readonly Roll[]): Roll {
	return {
		known: rolls.reduce((sum, { known }) => sum + known, 0),
		isWhole: rolls.length > 0 && rolls.every(({ isWhole }) => isWhole)
	};
}
