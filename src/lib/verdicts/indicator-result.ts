import { canonicalJson } from '#lib/kernel/canonical-json.ts';
import { sha256Hex } from '#lib/kernel/digest.ts';
import type { Day } from '#lib/kernel/instant.ts';
import type { IndicatorDefinition } from '#lib/plans/indicator.ts';
import type { Reading } from '#lib/units/lineage.ts';
import type { UnitFinding, Why } from './evidence.ts';
import {
	judgeEvents,
	judgeShare,
	percentText,
	type Demand,
	type Verdict
} from './judge-indicator.ts';
import type { Roll } from './known-roll.ts';

export interface UnitRow {
	readonly key: string;
	readonly name: string;
	readonly counted: boolean;
	readonly why: Why;
}

/** Which publication of a contest a figure stands on. */
export interface PublicationUsed {
	readonly contest: string;
	readonly version: number;
}

/** One indicator as contract §2 prints it. */
export interface IndicatorResult {
	readonly code: string;
	readonly wording: string;
	readonly direction: IndicatorDefinition['direction'];
	readonly target: IndicatorDefinition['target'];
	readonly numerator: number | null;
	readonly denominator: number | null;
	readonly percent: string | null;
	readonly verdict: Verdict;
	readonly coverage: readonly [number, number] | null;
	readonly units: readonly UnitRow[];
	/** The publications that the figure stands on; absent where it needs none. */
	readonly publications?: readonly PublicationUsed[];
	/** as-was of an issuer that closed on or before as-of: everything is as on its last day. */
	readonly issuerClosedOn?: Day;
}

export interface IndicatorsResult {
	readonly plan: string;
	readonly asOf: Day;
	readonly reading: Reading;
	/** sha256 of the canonical result without this field. */
	readonly snapshot: string;
	readonly indicators: readonly IndicatorResult[];
}

/** What was found for one indicator, by the kind of thing it counts. */
export type Found =
	| {
			readonly counts: 'units';
			readonly units: readonly FoundUnit[];
			/** Units whose headcounts are known, of all; null where no headcount is asked. */
			readonly coverage: readonly [number, number] | null;
	  }
	| { readonly counts: 'events'; readonly events: number }
	| { readonly counts: 'people'; readonly people: number; readonly roll: Roll }
	| { readonly counts: 'unknown' };

export interface FoundUnit {
	readonly key: string;
	readonly name: string;
	readonly finding: UnitFinding;
}

/** Judges what was found by whole numbers and lays it out with the list behind it. */
export function resultOf(definition: IndicatorDefinition, found: Found): IndicatorResult {
	const { code, wording, direction, target } = definition;
	return { code, wording, direction, target, ...figuresOf(demandOf(definition), found) };
}

type Figures = Pick<
	IndicatorResult,
	'numerator' | 'denominator' | 'percent' | 'verdict' | 'coverage' | 'units'
>;

function figuresOf(demand: Demand, found: Found): Figures {
	switch (found.counts) {
		case 'units':
			return unitFigures(demand, found);
		case 'events':
			return {
				...{ numerator: found.events, denominator: null, percent: null },
				...{ verdict: judgeEvents(demand, found.events), coverage: null, units: [] }
			};
		case 'people': {
			const { people, roll } = found;
			const headcount = roll.isWhole ? roll.known : null;
			const count = { counted: people, open: 0, denominator: headcount, atLeast: roll.known };
			const verdict = judgeShare(demand, count);
			const coverage = [roll.isWhole ? 1 : 0, 1] as const;
			return { ...figures(people, headcount), verdict, coverage, units: [] };
		}
		case 'unknown': {
			const verdict = demand.direction === 'none' ? 'undefined' : 'insufficient';
			return { ...figures(null, null), verdict, coverage: null, units: [] };
		}
	}
}

function unitFigures(demand: Demand, found: Extract<Found, { counts: 'units' }>): Figures {
	const inState = (state: UnitFinding['state']) =>
		found.units.filter(({ finding }) => finding.state === state).length;
	const [counted, open, denominator] = [inState('counted'), inState('open'), found.units.length];
	return {
		...figures(counted, denominator),
		verdict: judgeShare(demand, { counted, open, denominator }),
		coverage: found.coverage,
		units: found.units.map(({ key, name, finding }) => ({
			...{ key, name, counted: finding.state === 'counted', why: finding.why }
		}))
	};
}

function figures(numerator: number | null, denominator: number | null) {
	const percent = numerator === null ? null : percentText(numerator, denominator);
	return { numerator, denominator, percent };
}

/** The file's `direction` and `target`, whose shapes plans has checked together. */
export function demandOf({ direction, target }: IndicatorDefinition): Demand {
	if (direction === 'none' || target === null) return { direction: 'none', target: null };
	if (direction === 'rank') return { direction, target: Number(target) };
	return { direction, target: target as readonly [number, number] };
}

/** Puts the snapshot's hash over the whole result. */
export function sealed(result: Omit<IndicatorsResult, 'snapshot'>): IndicatorsResult {
	const { plan, asOf, reading, indicators } = result;
	return { plan, asOf, reading, snapshot: sha256Hex(canonicalJson(result)), indicators };
}
