import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { attemptStatus, type EndKind } from './attempt-window.ts';
import type { Attempt } from './attempts.reads.server.ts';
import {
	listImportedScores,
	listPredictionsOf,
	listResponsesOf
} from './responses.reads.server.ts';
import { scoreAttempt, type GivenResponse, type KeyedPaper } from './score-attempt.ts';
import type { Sources } from './sources.server.ts';

/** An ended attempt with all that boards, publications and participation count of it, before any ruling. */
export interface ScoredAttempt {
	readonly attempt: Attempt;
	readonly kind: EndKind;
	/** submittedAt of a submitted attempt; the attempt's own end of an auto one. */
	readonly endedAt: Instant;
	readonly score: number;
	readonly prediction: number | null;
}

/**
 * Scores those of the attempts that have ended at `at`, recorded or not: an attempt past its end and the
 * allowance is auto wherever it is read. In the order given; running ones are left out.
 */
export async function listScored(
	db: ReadDb,
	attempts: readonly Attempt[],
	{ sources, at }: { readonly sources: Sources; readonly at: Instant }
): Promise<ScoredAttempt[]> {
	const ended = attempts.filter((attempt) => attemptStatus(attempt, at) !== 'open');
	const ids = ended.map(({ id }) => id);
	const imported = await listImportedScores(db, ids);
	const responses = await listResponsesOf(db, ids);
	const predictions = await listPredictionsOf(db, ids);
	const scored: ScoredAttempt[] = [];
	for (const attempt of ended) {
		const score =
			imported.get(attempt.id)?.score ??
			scoreOf(attempt, responses.get(attempt.id) ?? [], await sources.keyedPaper(db, attempt));
		scored.push({
			attempt,
			kind: attempt.end?.kind ?? 'auto',
			endedAt: attempt.end?.endedAt ?? attempt.window.endsAt,
			score,
			prediction: predictions.get(attempt.id)?.value ?? null
		});
	}
	return scored;
}

/** Throws where an attempt has no frozen form: it could not have been started. */
function scoreOf(
	{ roundId }: Attempt,
	responses: readonly GivenResponse[],
	paper: KeyedPaper | undefined
): number {
	if (paper === undefined) throw new Error(`round ${roundId} has attempts and no frozen form`);
	return scoreAttempt(paper, responses);
}
