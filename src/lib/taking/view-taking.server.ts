import type { PredictionQuantity } from '#lib/contest/rules.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { msBetween } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { findOwnAttempt, getRound } from './own-attempt.server.ts';
import type { TakingRefusal } from './refusals.ts';
import { directSources } from './sources.server.ts';

/** What a taking page shows beside the attempt itself. */
export interface TakingShown {
	readonly roundId: string;
	readonly contest: { readonly code: string; readonly title: string };
	readonly round: string;
	/** From the start to the deadline; the bar under the head is full at the start. */
	readonly totalMs: number;
	/** null: no prediction is asked. */
	readonly prediction: PredictionQuantity | null;
	readonly allowanceMs: number;
}

/** The round around the caller's attempt. */
export async function viewTaking(
	ctx: ReadContext,
	input: { readonly attemptId: string }
): Promise<Outcome<TakingShown, TakingRefusal>> {
	const own = await findOwnAttempt(ctx.db, ctx.actor, input.attemptId);
	if (!own.ok) return own;
	const { startedAt, window } = own.value;
	const round = await getRound(ctx, directSources, own.value);
	const { contest } = round;
	return ok({
		roundId: round.id,
		contest: { code: contest.code, title: contest.title },
		round: round.title,
		totalMs: msBetween(startedAt, window.endsAt),
		prediction: contest.definition.rules.prediction?.quantity ?? null,
		allowanceMs: window.allowanceMs
	});
}
