import type { Contest } from '#lib/contest/contests.reads.server.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { attemptEnd } from './attempt-window.ts';
import {
	insertAttempt,
	insertImportedScore,
	recordEnd,
	type NewAttempt
} from './attempts.writes.server.ts';
import type { NewResult } from './plan-results.ts';
import { receiptOf } from './receipt.ts';
import { insertImportedPrediction } from './responses.writes.server.ts';

/** An attempt held elsewhere, as if it had been started and handed in here, with the score it was given. */
export async function writeResult(
	ctx: WriteContext,
	contest: Contest,
	result: NewResult
): Promise<void> {
	const attempt = attemptOf(ctx, contest, result);
	if (!(await insertAttempt(ctx.tx, attempt))) throw new Error('this seq was taken meanwhile');
	const { prediction: value, submittedAt, score, source } = result;
	if (value !== null)
		await insertImportedPrediction(ctx.tx, { attemptId: attempt.id, value, savedAt: submittedAt });
	await insertImportedScore(ctx.tx, attempt.id, { score, source });
	const end = { kind: 'submitted', endedAt: submittedAt, at: ctx.at } as const;
	await recordEnd(ctx.tx, { ...attempt, end: null }, end);
}

function attemptOf(ctx: WriteContext, contest: Contest, result: NewResult): NewAttempt {
	const { durationSeconds, grace, networkAllowanceMs } = contest.definition.rules;
	const { startedAt, round, personId, seq } = result;
	const endsAt = attemptEnd({
		startedAt,
		closesAt: round.closesAt,
		durationMs: durationSeconds * 1_000,
		grace,
		extraTime: [1, 1]
	});
	return {
		id: ctx.random.id(),
		roundId: round.id,
		contestCode: contest.code,
		personId,
		seq,
		seed: ctx.random.bytes(16),
		receipt: receiptOf(ctx.random.bytes(8)),
		startedAt,
		window: { endsAt, allowanceMs: networkAllowanceMs },
		extraTime: [1, 1]
	};
}
