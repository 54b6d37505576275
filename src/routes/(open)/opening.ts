import type { ContestSummary, RoundSummary } from '#lib/contest/contest-summary.ts';
import { msBetween, type Instant } from '#lib/kernel/instant.ts';

/** The round a page speaks of: open, else next, else the last one. Every contest has a round. */
export function roundShown(contest: ContestSummary): RoundSummary | undefined {
	return contest.rounds.find((round) => round.id === contest.currentRoundId);
}

/** When the contest opens first. */
export function openingOf(contest: ContestSummary): Instant {
	return contest.rounds.map((round) => round.opensAt).sort()[0] as Instant;
}

/** When the contest closes for good. */
export function closingOf(contest: ContestSummary): Instant {
	return contest.rounds
		.map((round) => round.closesAt)
		.sort()
		.at(-1) as Instant;
}

/** What happens next in an open contest: its round closes, or the next one opens. */
export function turnOf(contest: ContestSummary): Instant {
	const round = roundShown(contest);
	if (round === undefined) return closingOf(contest);
	return round.phase === 'open' ? round.closesAt : round.opensAt;
}

const LONGEST_WAIT_S = 86_400;

/** In how many seconds a page that waits for an opening asks again; null: not within a day. */
export function secondsToOpening(contest: ContestSummary, at: Instant): number | null {
	const round = roundShown(contest);
	if (round?.phase !== 'upcoming') return null;
	const seconds = Math.floor(msBetween(at, round.opensAt) / 1000) + 1;
	return seconds <= LONGEST_WAIT_S ? seconds : null;
}
