import type { Contest, Round } from '#lib/contest/contests.reads.server.ts';
import {
	listAccommodations,
	noAccommodation,
	type Accommodation
} from '#lib/contest/entries.reads.server.ts';
import { epochMs, type Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { listAttempts, type Attempt } from '#lib/taking/attempts.reads.server.ts';
import { maxScoreOf } from '#lib/taking/score-attempt.ts';
import { listScored, type ScoredAttempt } from '#lib/taking/scored-attempts.server.ts';
import type { Sources } from '#lib/taking/sources.server.ts';
import { isValidAttempt } from './attempt-validity.ts';
import { listAttemptIds } from './board.reads.server.ts';

export interface AttemptsQuestion {
	readonly contest: Contest;
	readonly rounds: readonly Round[];
	readonly personIds: readonly string[];
	readonly sources: Sources;
	readonly at: Instant;
}

/** An attempt of a contest, with all that decides what it counts. */
export interface JudgedAttempt {
	readonly attempt: Attempt;
	readonly round: Round;
	/** Full marks of the round. */
	readonly maxScore: number;
	/** How it ended, with its score; null while it runs. */
	readonly ended: ScoredAttempt | null;
	/** Contract §4.1; of a running attempt, whether it will be valid once it has ended. */
	readonly valid: boolean;
	readonly granted: Accommodation;
}

/**
 * Every attempt of these people in a contest, ended or running, judged by one rule: the step that boards and
 * participation share, so that a ruling about attempts is learnt in one place.
 */
export async function listJudgedAttempts(
	db: ReadDb,
	question: AttemptsQuestion
): Promise<JudgedAttempt[]> {
	const { contest, personIds, sources, at } = question;
	const attempts = await listAttempts(db, await listAttemptIds(db, contest.code, personIds));
	const scored = await listScored(db, attempts, { sources, at });
	const endedById = new Map(scored.map((each) => [each.attempt.id, each]));
	const extra = await listAccommodations(db, contest.code);
	const byRound = Map.groupBy(attempts, ({ roundId }) => roundId);
	const judged: JudgedAttempt[] = [];
	for (const round of question.rounds) {
		const ofRound = byRound.get(round.id) ?? [];
		if (ofRound.length === 0) continue;
		const form = await sources.form(db, round.id);
		const maxScore = maxScoreOf(contest.definition.blueprint, form);
		for (const attempt of ofRound) {
			const ended = endedById.get(attempt.id) ?? null;
			const granted = extra.get(attempt.personId) ?? noAccommodation;
			const valid = isValid({ contest, round, granted }, { attempt, ended });
			judged.push({ attempt, round, maxScore, ended, valid, granted });
		}
	}
	return judged;
}

function isValid(
	{ contest, round, granted }: Pick<JudgedAttempt, 'round' | 'granted'> & { contest: Contest },
	{ attempt, ended }: Pick<JudgedAttempt, 'attempt' | 'ended'>
): boolean {
	const claim = {
		status: ended?.kind ?? 'submitted',
		voided: false,
		startedMs: epochMs(attempt.startedAt),
		seq: attempt.seq
	};
	return isValidAttempt(claim, {
		opensMs: epochMs(round.opensAt),
		closesMs: epochMs(round.closesAt),
		attemptsMax: contest.definition.rules.attemptsMax,
		extraAttempts: granted.extraAttempts,
		excluded: false
	});
}
