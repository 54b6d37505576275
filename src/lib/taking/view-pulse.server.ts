import type { ReadContext } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { attemptStatus, type AttemptStatus } from './attempt-window.ts';
import { getCurrentWriter } from './attempts.reads.server.ts';
import { findOwnAttempt } from './own-attempt.server.ts';
import type { TakingRefusal } from './refusals.ts';
import type { AttemptInput } from './view-attempt.server.ts';

/** What a taking page asks now and then (contract §2): small, and it never raises the writer. */
export interface Pulse {
	readonly status: AttemptStatus;
	readonly writer: number;
	readonly deadline: Instant;
	readonly serverTime: Instant;
	readonly notices: readonly { readonly id: string; readonly text: string }[];
}

export async function viewPulse(
	ctx: ReadContext,
	input: AttemptInput
): Promise<Outcome<Pulse, TakingRefusal>> {
	const own = await findOwnAttempt(ctx.db, ctx.actor, input.attemptId);
	if (!own.ok) return own;
	const attempt = own.value;
	return ok({
		status: attemptStatus(attempt, ctx.at),
		writer: await getCurrentWriter(ctx.db, attempt.id),
		deadline: attempt.window.endsAt,
		serverTime: ctx.at,
		notices: []
	});
}
