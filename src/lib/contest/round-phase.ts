import type { Instant } from '#lib/kernel/instant.ts';

export interface RoundWindow {
	readonly opensAt: Instant;
	readonly closesAt: Instant;
}

export type RoundPhase = 'upcoming' | 'open' | 'closed';

/** A round is open in `[opensAt, closesAt)`. */
export function roundPhase(round: RoundWindow, at: Instant): RoundPhase {
	if (at < round.opensAt) return 'upcoming';
	return at < round.closesAt ? 'open' : 'closed';
}

/** A contest is open from its first opening to its last closing, also between two rounds. */
export function contestPhase(rounds: readonly RoundWindow[], at: Instant): RoundPhase {
	const phases = rounds.map((round) => roundPhase(round, at));
	if (phases.every((phase) => phase === 'closed')) return 'closed';
	return phases.every((phase) => phase === 'upcoming') ? 'upcoming' : 'open';
}

/** The round to show first: the open one, else the next to open, else the last that closed. */
export function currentRound<R extends RoundWindow>(
	rounds: readonly R[],
	at: Instant
): R | undefined {
	const byOpening = [...rounds].sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
	return (
		byOpening.find((round) => roundPhase(round, at) === 'open') ??
		byOpening.find((round) => roundPhase(round, at) === 'upcoming') ??
		byOpening.at(-1)
	);
}
