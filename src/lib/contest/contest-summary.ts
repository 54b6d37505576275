import type { Instant } from '#lib/kernel/instant.ts';
import type { Audience } from '#lib/units/audience.ts';
import type { ContestDefinition, RoundKind } from './definition.ts';
import { contestPhase, currentRound, roundPhase, type RoundPhase } from './round-phase.ts';
import type { Select } from './rules.ts';

export interface RoundSummary {
	readonly id: string;
	readonly key: string;
	readonly title: string;
	readonly kind: RoundKind;
	readonly opensAt: Instant;
	readonly closesAt: Instant;
	readonly phase: RoundPhase;
}

/** What a list, a card on the home page and the head of a contest page show. */
export interface ContestSummary {
	readonly code: string;
	readonly title: string;
	readonly organiser: { readonly key: string; readonly name: string };
	readonly audiences: readonly Audience[];
	readonly phase: RoundPhase;
	readonly questions: number;
	readonly durationSeconds: number;
	readonly attemptsMax: number;
	readonly select: Select;
	readonly rounds: readonly RoundSummary[];
	/** Id of the round to show first: open, else next, else last. */
	readonly currentRoundId: string | null;
}

type StoredRound = Omit<RoundSummary, 'phase'>;

/** `organiserName` is the unit's name on the day. */
export function contestSummary(
	definition: ContestDefinition,
	{ rounds, organiserName }: { readonly rounds: readonly StoredRound[]; organiserName: string },
	at: Instant
): ContestSummary {
	const { code, title, organiser, audiences, blueprint, rules } = definition;
	return {
		code,
		title,
		organiser: { key: organiser, name: organiserName },
		audiences,
		phase: contestPhase(rounds, at),
		questions: blueprint.reduce((sum, cell) => sum + cell.count, 0),
		durationSeconds: rules.durationSeconds,
		attemptsMax: rules.attemptsMax,
		select: rules.select,
		rounds: rounds.map((round) => roundSummary(round, at)),
		currentRoundId: currentRound(rounds, at)?.id ?? null
	};
}

function roundSummary(round: StoredRound, at: Instant): RoundSummary {
	const { id, key, title, kind, opensAt, closesAt } = round;
	return { id, key, title, kind, opensAt, closesAt, phase: roundPhase(round, at) };
}
