import type { RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { Submission } from './attempt-view.ts';
import { takesSaves } from './attempt-window.ts';
import { getCurrentWriter, type Attempt } from './attempts.reads.server.ts';
import { lockForEnding, recordEnd } from './attempts.writes.server.ts';
import { describeSubmission, findOwnAttempt, getRound } from './own-attempt.server.ts';
import { refuse, type TakingRefusal } from './refusals.ts';
import { findPrediction } from './responses.reads.server.ts';
import { recordSaves } from './responses.writes.server.ts';
import { PREDICTION_POSITION } from './save.ts';
import { directSources, type Sources } from './sources.server.ts';
import type { SubmitAttempt } from './taking.schema.ts';

/**
 * Hands an attempt in, once: again it answers the same. Past its end and the allowance the attempt is
 * ended as `auto` with the answers saved in time (contract §2, Ending).
 */
export const submitAttempt = submitAttemptWith(directSources);

export function submitAttemptWith(sources: Sources) {
	return async function submitAttempt(
		ctx: WriteContext,
		input: SubmitAttempt
	): Promise<Outcome<Submission, TakingRefusal>> {
		const own = await findOwnAttempt(ctx.tx, ctx.actor, input.attemptId);
		if (!own.ok) return own;
		await lockForEnding(ctx.tx, own.value.id);
		const locked = await findOwnAttempt(ctx.tx, ctx.actor, input.attemptId);
		if (!locked.ok) return locked;
		const round = await getRound({ db: ctx.tx, at: ctx.at }, sources, locked.value);
		const ended = await end(ctx, { attempt: locked.value, round }, input.prediction);
		if (!ended.ok) return ended;
		const form = await sources.form(ctx.tx, round.id);
		const about = { attempt: ended.value, round, ...(form && { form }) };
		return ok(await describeSubmission(ctx.tx, about, ctx.at));
	};
}

async function end(
	ctx: WriteContext,
	about: { readonly attempt: Attempt; readonly round: RoundOfContest },
	prediction: number | null | undefined
): Promise<Outcome<Attempt, TakingRefusal>> {
	const { attempt, round } = about;
	if (attempt.end) return ok(attempt);
	const inTime = takesSaves(attempt.window, ctx.at);
	if (inTime && round.contest.definition.rules.prediction) {
		const stated = await statePrediction(ctx, attempt, prediction);
		if (!stated) return refuse('prediction-needed', { errors: predictionMissing });
	}
	const ending = inTime
		? ({ kind: 'submitted', endedAt: ctx.at } as const)
		: ({ kind: 'auto', endedAt: attempt.window.endsAt } as const);
	await recordEnd(ctx.tx, attempt, { ...ending, at: ctx.at });
	return ok({ ...attempt, end: ending });
}

const predictionMissing = [{ pointer: '/prediction', code: 'required' }];

/** Saves the prediction given with the submission, above any saved before. True when there is one now. */
async function statePrediction(
	ctx: WriteContext,
	attempt: Attempt,
	value: number | null | undefined
): Promise<boolean> {
	const saved = await findPrediction(ctx.tx, attempt.id);
	if (value === undefined) return saved !== undefined;
	const writer = await getCurrentWriter(ctx.tx, attempt.id);
	const clientSeq = Math.min((saved?.clientSeq ?? 0) + 1, Number.MAX_SAFE_INTEGER);
	const entries = [{ position: PREDICTION_POSITION, clientSeq, response: value }];
	await recordSaves(ctx.tx, [{ attemptId: attempt.id, writer, at: ctx.at, batch: false, entries }]);
	return true;
}
