import type { RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { showAttempt, type AttemptView } from './attempt-view.ts';
import { attemptStatus } from './attempt-window.ts';
import { getCurrentWriter, type Attempt } from './attempts.reads.server.ts';
import { describeSubmission, findOwnAttempt, getRound } from './own-attempt.server.ts';
import type { TakingRefusal } from './refusals.ts';
import { findPrediction, listResponses } from './responses.reads.server.ts';
import { itemsShown, paperOf } from './round-form.ts';
import { directSources, type Sources } from './sources.server.ts';

export interface AttemptInput {
	readonly attemptId: string;
}

/** The caller's attempt with its paper and all that is saved: resume on any device, or look back. */
export const viewAttempt = viewAttemptWith(directSources);

export function viewAttemptWith(sources: Sources) {
	return async function viewAttempt(
		ctx: ReadContext,
		input: AttemptInput
	): Promise<Outcome<AttemptView, TakingRefusal>> {
		const own = await findOwnAttempt(ctx.db, ctx.actor, input.attemptId);
		if (!own.ok) return own;
		const round = await getRound(ctx, sources, own.value);
		return ok(await describe(ctx, { attempt: own.value, round }, sources));
	};
}

async function describe(
	ctx: ReadContext,
	about: { readonly attempt: Attempt; readonly round: RoundOfContest },
	sources: Sources
): Promise<AttemptView> {
	const { attempt } = about;
	const form = await sources.form(ctx.db, attempt.roundId);
	const prediction = await findPrediction(ctx.db, attempt.id);
	const view = {
		attempt: showAttempt(attempt, ctx.at),
		writer: await getCurrentWriter(ctx.db, attempt.id),
		paper: { items: form ? itemsShown(form, paperOf(form, attempt.seed)) : [] },
		responses: await listResponses(ctx.db, attempt.id),
		prediction: prediction ?? null
	};
	if (attemptStatus(attempt, ctx.at) === 'open') return view;
	const submission = await describeSubmission(ctx.db, { ...about, ...(form && { form }) }, ctx.at);
	return { ...view, submission };
}
