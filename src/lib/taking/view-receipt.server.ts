import type { ReadContext } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { submittedAtOf } from './attempt-view.ts';
import { findAttemptByReceipt } from './attempts.reads.server.ts';
import { getRound } from './own-attempt.server.ts';
import { readReceipt } from './receipt.ts';
import { refuse, type TakingRefusal } from './refusals.ts';
import { directSources } from './sources.server.ts';

/** What anybody may learn from a receipt: that an attempt was handed in, and when. No name, no score. */
export interface ReceiptView {
	readonly serial: string;
	readonly kind: 'receipt';
	readonly status: 'valid';
	readonly contest: { readonly code: string; readonly title: string };
	readonly round: { readonly key: string; readonly title: string };
	/** submitted: handed in by the person; auto: taken at the end of the time. */
	readonly ended: 'submitted' | 'auto';
	readonly submittedAt: Instant;
}

/** `GET /verify/{serial}` for receipts; as typed or scanned, in any case and spacing. */
export async function viewReceipt(
	ctx: ReadContext,
	input: { readonly serial: string }
): Promise<Outcome<ReceiptView, TakingRefusal>> {
	const serial = readReceipt(input.serial);
	const attempt = serial === null ? undefined : await findAttemptByReceipt(ctx.db, serial);
	const submittedAt = attempt && submittedAtOf(attempt, ctx.at);
	if (!attempt || !submittedAt) return refuse('not-found');
	const round = await getRound(ctx, directSources, attempt);
	return ok({
		serial: attempt.receipt,
		kind: 'receipt',
		status: 'valid',
		contest: { code: round.contest.code, title: round.contest.title },
		round: { key: round.key, title: round.title },
		ended: attempt.end?.kind ?? 'auto',
		submittedAt
	});
}
