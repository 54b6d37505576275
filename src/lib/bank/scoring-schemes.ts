import type { Item, ScoringScheme } from './item.ts';

/**
 * The named schemes of khoabang.items/1: what `right` of `parts` right parts give, in whole marks of
 * `weight`. Marks are rounded down, so they never add up to more than the weight.
 */
export type Scheme = (weight: number, right: number, parts: number) => number;

/** Percent for 0–4 right statements: part II of the national examination (THPT) since 2025. */
const LADDER_2025 = [0, 10, 25, 50, 100] as const;

export const schemes: Readonly<Record<ScoringScheme, Scheme>> = {
	all_or_nothing: (weight, right, parts) => (right === parts ? weight : 0),
	per_part: (weight, right, parts) => Math.floor((weight * right) / parts),
	ladder_2025: (weight, right) => Math.floor((weight * (LADDER_2025[right] ?? 0)) / 100)
};

/** Absent is all or nothing; types of one part know nothing else. */
export function schemeOf(item: Item): ScoringScheme {
	return ('scoring' in item ? item.scoring : undefined) ?? 'all_or_nothing';
}

/** How many parts a scheme counts: options, statements, pairs or places. */
export function partCount(item: Item): number {
	switch (item.type) {
		case 'multiple':
			return item.options.length;
		case 'trueFalseGroup':
			return item.statements.length;
		case 'matching':
			return item.left.length;
		case 'ordering':
			return item.elements.length;
		case 'single':
		case 'numeric':
		case 'shortAnswer':
			return 1;
	}
}

/** Do so few marks turn some partly right answer, which the scheme rewards, into 0? The gate warns of it. */
export function losesPartialMarks(item: Item, marks: number): boolean {
	const scheme = schemeOf(item);
	if (scheme === 'all_or_nothing') return false;
	return partCount(item) > 1 && schemes[scheme](marks, 1, partCount(item)) === 0;
}
