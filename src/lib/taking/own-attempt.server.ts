import type { RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import type { Actor } from '#lib/identity/actor.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { mayShowScore, submittedAtOf, type Submission } from './attempt-view.ts';
import { findAttempt, type Attempt } from './attempts.reads.server.ts';
import { refuse, type TakingRefusal } from './refusals.ts';
import { listImportedScores, listResponses } from './responses.reads.server.ts';
import { keyed, paperOf, type RoundForm } from './round-form.ts';
import { scoreAttempt } from './score-attempt.ts';
import type { Sources } from './sources.server.ts';

/** The caller's own attempt. Nobody else's is known to exist, for staff neither. */
export async function findOwnAttempt(
	db: ReadDb,
	actor: Actor,
	attemptId: string
): Promise<Outcome<Attempt, TakingRefusal>> {
	if (actor.kind === 'anonymous') return refuse('sign-in-needed');
	if (actor.personId === null) return refuse('not-found');
	const attempt = await findAttempt(db, attemptId);
	if (!attempt || attempt.personId !== actor.personId) return refuse('not-found');
	return ok(attempt);
}

/** The round of an attempt, which is there as long as the attempt is. */
export async function getRound(
	ctx: Pick<ReadContext, 'db' | 'at'>,
	sources: Sources,
	attempt: Attempt
): Promise<RoundOfContest> {
	const round = await sources.round(ctx.db, attempt.roundId, ctx.at);
	if (!round) throw new Error(`the round of attempt ${attempt.id} is missing`);
	return round;
}

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
	const { showScore } = round.contest.definition.rules;
	if (!mayShowScore({ closesAt: round.closesAt, showScore }, at)) return base;
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
