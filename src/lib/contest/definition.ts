import type { Day, Instant } from '#lib/kernel/instant.ts';
import type { Audience } from '#lib/units/audience.ts';
import type { UnitKind, UnitTree } from '#lib/units/unit.ts';
import type { Rules, Share } from './rules.ts';

/** khoabang.contest/1 with its defaults filled in, as `contest.definition` keeps it (contract §3). */
export interface ContestDefinition {
	readonly format: 'khoabang.contest/1';
	readonly code: string;
	readonly title: string;
	/** Key of the unit that organises. */
	readonly organiser: string;
	readonly basis: ContestBasis | null;
	readonly audiences: readonly Audience[];
	/** Keys of the units in scope, with all below them in `rankedUnits.tree`. */
	readonly units: readonly string[];
	readonly headcountAudience: Audience;
	readonly tags: readonly string[];
	/** First match in declared order. Empty: the contest has no groups. */
	readonly groups: readonly ContestGroup[];
	readonly rankedUnits: RankedUnits;
	readonly leagues: readonly League[];
	readonly certificates: readonly CertificateRule[];
	readonly headcountAsOf: Day;
	/** Code of the bank. */
	readonly bank: string;
	readonly blueprint: readonly BlueprintCell[];
	readonly minBankFactor: number;
	readonly practice: { readonly bank: string; readonly count: number } | null;
	readonly rules: Rules;
	readonly rounds: readonly RoundDefinition[];
	/** Code of the plan. */
	readonly plan: string | null;
}

export interface ContestBasis {
	readonly number: string | null;
	readonly date: Day | null;
	readonly title: string;
}

export interface ContestGroup {
	readonly id: string;
	readonly title: string;
	readonly audiences: readonly Audience[];
	/** Keys of subtrees within `rankedUnits.tree`; null: anywhere in scope. */
	readonly units: readonly string[] | null;
}

/** Which units are ranked, inside the scope: of these kinds, or these very units. */
export type RankedUnits =
	| { readonly tree: UnitTree; readonly kinds: readonly UnitKind[] }
	| { readonly tree: UnitTree; readonly units: readonly string[] };

export interface League {
	readonly id: string;
	readonly title: string;
	/** Headcounts in [from, below); null: no bound. */
	readonly headcountFrom: number | null;
	readonly headcountBelow: number | null;
	readonly kinds: readonly UnitKind[] | null;
}

export const certificateKinds = ['completion', 'pass', 'prize'] as const;
export interface CertificateRule {
	readonly kind: (typeof certificateKinds)[number];
	readonly share: Share | null;
}

/** A cell of the blueprint: `count` items of a topic (and level), `marks` each (null: the item's own weight). */
export interface BlueprintCell {
	readonly topic: string;
	readonly level: string | null;
	readonly count: number;
	readonly marks: number | null;
}

export const roundKinds = ['week', 'dot', 'month', 'quarter', 'single', 'final'] as const;
export type RoundKind = (typeof roundKinds)[number];
export interface RoundDefinition {
	readonly id: string;
	readonly title: string;
	readonly kind: RoundKind;
	readonly opensAt: Instant;
	readonly closesAt: Instant;
}
