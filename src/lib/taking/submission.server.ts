import type { RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Submission } from './attempt-view.ts';
import { submittedAtOf } from './attempt-view.ts';
import type { Attempt } from './attempts.reads.server.ts';
import { mayShowScore } from './may-show.ts';
import { listImportedScores, listResponses } from './responses.reads.server.ts';
import { keyed, paperOf, type RoundForm } from './round-form.ts';
import { scoreAttempt } from './score-attempt.ts';

/** What a person is told of an ended attempt: when, the receipt, and the score once the rules allow it. */
export async function describeSubmission(
	db: ReadDb,
	about: { readonly attempt: Attempt; readonly round: RoundOfContest; readonly form?: RoundForm },
	at: Instant
): Promise<Submission> {
	const { attempt, round, form } = about;
	const submittedAt = submittedAtOf(attempt, at);
	if (submittedAt === null) throw new Error('an open attempt has no submission');
	const base = { submittedAt, receipt: attempt.receipt };
	if (!mayShowScore(closingOf(round), at)) return base;
	const score = await getOwnScore(db, attempt, form);
	return score === null ? base : { ...base, score };
}

/** The score before any ruling; null where neither a form nor an imported score is known. */
async function getOwnScore(
	db: ReadDb,
	attempt: Attempt,
	form: RoundForm | undefined
): Promise<number | null> {
	const imported = (await listImportedScores(db, [attempt.id])).get(attempt.id);
	if (imported) return imported.score;
	if (!form) return null;
	const responses = await listResponses(db, attempt.id);
	return scoreAttempt(keyed(form, paperOf(form, attempt.seed)), responses);
}

/** What the gates of may-show.ts ask of a round. */
export function closingOf(round: RoundOfContest) {
	const { durationSeconds, grace, showScore, showAnswers } = round.contest.definition.rules;
	return {
		closesAt: round.closesAt,
		durationMs: durationSeconds * 1_000,
		grace,
		showScore,
		showAnswers
	};
}
