import type { Formula } from '#lib/contest/rules.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { UnitStanding } from '#lib/standings/standings-row.ts';
import { formatDecimal, formatNumber } from '#lib/kernel/format.ts';

export interface UnitTotals {
	readonly units: number;
	readonly withHeadcount: number;
	readonly headcount: number;
	/** null: not told while the round is open. */
	readonly participants: number | null;
	/** Participants of units that have a headcount: what a rate may be made of. */
	readonly counted: number | null;
}

/** The figures over a board of units that lie beside each other. */
export function unitTotals(rows: readonly UnitStanding[]): UnitTotals {
	const declared = rows.filter(({ headcount }) => headcount !== null);
	return {
		units: rows.length,
		withHeadcount: declared.length,
		headcount: declared.reduce((sum, { headcount }) => sum + (headcount ?? 0), 0),
		participants: peopleOf(rows),
		counted: peopleOf(declared)
	};
}

function peopleOf(rows: readonly UnitStanding[]): number | null {
	return rows.reduce<number | null>(
		(sum, { participants }) => (sum === null || participants === null ? null : sum + participants),
		0
	);
}

/**
 * A unit's value as people read it, cut to two decimals: shares (M2, M3, M6, M7) out of 100, M4 as it is;
 * people (M1) and points (M5) are whole.
 */
export function valueText(
	value: UnitStanding['value'],
	formula: Formula,
	language: Language
): string | null {
	if (value === null) return null;
	const [n, d] = [BigInt(value[0]), BigInt(value[1])];
	if (formula === 'M1' || formula === 'M5') return formatNumber(n / d, language);
	return formatDecimal({ n: formula === 'M4' ? n : n * 100n, d }, 2, language);
}
