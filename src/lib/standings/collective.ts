import { add, compare, fraction, reduced, times, type Fraction } from '#lib/kernel/fraction.ts';
import { byCodeUnit } from '#lib/kernel/text.ts';
import { rankBy } from './rank.ts';
import {
	cappedRate,
	comparingUnits,
	knownHeadcount,
	type CollectiveTieBreak,
	type CollectiveUnit
} from './collective-order.ts';

export type CollectiveFormula = 'M1' | 'M2' | 'M3';

/** Why a unit has no rank, in the order they are printed; `over_headcount` is a warning only. */
export const unitFlags = [
	'no_headcount',
	'small',
	'below_gate',
	'no_prize',
	'nobody',
	'over_headcount'
] as const;
export type UnitFlag = (typeof unitFlags)[number];

export interface CollectiveRules {
	readonly formula: CollectiveFormula;
	/** Least p/h; exactly is enough. */
	readonly gate: Fraction | null;
	/** Of the rate and of the average score (M3). */
	readonly weights: readonly [Fraction, Fraction] | null;
	readonly minHeadcount: number | null;
	readonly tieBreak: readonly CollectiveTieBreak[];
}

export interface CollectiveRow {
	readonly rank: number | null;
	readonly unitId: string;
	readonly participants: number;
	readonly attempts: number;
	readonly headcount: number | null;
	/** In lowest terms; null when the unit is not ranked. */
	readonly value: Fraction | null;
	readonly flags: readonly UnitFlag[];
}

export interface LeagueBoard {
	readonly league: string | null;
	readonly rows: readonly CollectiveRow[];
}

interface FormulaEntry {
	readonly needsHeadcount: boolean;
	readonly value: (unit: CollectiveUnit, ask: FormulaQuestion) => Fraction;
}
interface FormulaQuestion {
	readonly weights: readonly [Fraction, Fraction] | null;
	/** Σ full marks of all rounds. */
	readonly maxScore: number;
}

/** Contract §4.9, M1 to M3. Asked only of units that nothing keeps from a rank, so p and h are positive. */
const formulas: Readonly<Record<CollectiveFormula, FormulaEntry>> = {
	M1: { needsHeadcount: false, value: (unit) => fraction(unit.participants) },
	M2: { needsHeadcount: true, value: (unit) => cappedRate(unit) ?? fraction(0) },
	M3: {
		needsHeadcount: true,
		value: (unit, { weights, maxScore }) => {
			const [ofRate, ofScore] = weights ?? [fraction(0), fraction(0)];
			const average = fraction(unit.score, BigInt(unit.participants) * BigInt(maxScore));
			return add(times(ofRate, cappedRate(unit) ?? fraction(0)), times(ofScore, average));
		}
	}
};

/** The boards of units: league null first, then by code unit; within each by value and tie-break. */
export function collectiveBoards(
	units: readonly CollectiveUnit[],
	rules: CollectiveRules,
	maxScore: number
): LeagueBoard[] {
	const byLeague = Map.groupBy(units, (unit) => unit.league);
	return leaguesOf(byLeague).map((league) => ({
		league,
		rows: leagueRows(byLeague.get(league) ?? [], rules, maxScore)
	}));
}

function leagueRows(
	units: readonly CollectiveUnit[],
	rules: CollectiveRules,
	maxScore: number
): CollectiveRow[] {
	const judged = units.map((unit) => ({ ...unit, flags: flagsOf(unit, rules) }));
	const ranked = judged
		.filter((unit) => !isUnranked(unit.flags))
		.map((unit) => ({
			...unit,
			value: formulas[rules.formula].value(unit, { ...rules, maxScore })
		}));
	const unranked = judged
		.filter((unit) => isUnranked(unit.flags))
		.sort((a, b) => byCodeUnit(a.id, b.id));
	return [
		...rankBy(ranked, comparingUnits(rules.tieBreak)).map(({ rank, row }) =>
			rowOf(row, rank, reduced(row.value))
		),
		...unranked.map((unit) => rowOf(unit, null, null))
	];
}

/** Units counted but not ranked, by id: a contest without a formula still shows who took part. */
export function unitCounts(units: readonly CollectiveUnit[]): LeagueBoard[] {
	const byLeague = Map.groupBy(units, (unit) => unit.league);
	return leaguesOf(byLeague).map((league) => ({
		league,
		rows: (byLeague.get(league) ?? [])
			.toSorted((a, b) => byCodeUnit(a.id, b.id))
			.map((unit) => rowOf({ ...unit, flags: [] }, null, null))
	}));
}

function leaguesOf(byLeague: ReadonlyMap<string | null, unknown>): (string | null)[] {
	return [...byLeague.keys()].sort((a, b) => byCodeUnit(a ?? '', b ?? ''));
}

function isUnranked(flags: readonly UnitFlag[]): boolean {
	return flags.some((flag) => flag !== 'over_headcount');
}

/** Contract §4.10: every flag that applies, in the order of `unitFlags`. */
function flagsOf(unit: CollectiveUnit, rules: CollectiveRules): UnitFlag[] {
	const h = knownHeadcount(unit);
	const p = unit.participants;
	const { needsHeadcount } = formulas[rules.formula];
	const { gate, minHeadcount } = rules;
	const holds: Readonly<Record<UnitFlag, boolean>> = {
		no_headcount: needsHeadcount && h === null,
		small: needsHeadcount && h !== null && minHeadcount !== null && h < minHeadcount,
		below_gate: needsHeadcount && h !== null && gate !== null && compare(fraction(p, h), gate) < 0,
		no_prize: false, // M7 only
		nobody: p === 0,
		over_headcount: h !== null && p > h
	};
	return unitFlags.filter((flag) => holds[flag]);
}

function rowOf(
	unit: CollectiveUnit & { readonly flags: readonly UnitFlag[] },
	rank: number | null,
	value: Fraction | null
): CollectiveRow {
	const { id, participants, attempts, flags } = unit;
	return {
		rank,
		unitId: id,
		participants,
		attempts,
		headcount: knownHeadcount(unit),
		value,
		flags
	};
}
