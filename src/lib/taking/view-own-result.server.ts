import type { ReadContext } from '#lib/identity/context.ts';
import { msBetween, type Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { submittedAtOf, type Submission } from './attempt-view.ts';
import { findAttemptByReceipt } from './attempts.reads.server.ts';
import { closingOf, describeSubmission, getRound } from './own-attempt.server.ts';
import { readReceipt } from './receipt.ts';
import type { TakingRefusal } from './refusals.ts';
import { findPrediction, listResponses } from './responses.reads.server.ts';
import { isUnanswered } from './score-response.ts';
import { fullMarks } from './score-attempt.ts';
import { directSources } from './sources.server.ts';

/** What the receipt page shows to its owner, and to nobody else. */
export interface OwnResult {
	readonly submission: Submission;
	readonly seq: number;
	readonly attemptsMax: number;
	readonly elapsedMs: number;
	readonly answered: number;
	readonly questions: number;
	readonly maxScore: number;
	/** null: none asked, or declined. */
	readonly prediction: number | null;
	readonly closesAt: Instant;
	readonly answersFrom: Instant | null;
}

/** The caller's own result by its receipt; null for everybody else. */
export async function viewOwnResult(
	ctx: ReadContext,
	input: { readonly serial: string }
): Promise<Outcome<OwnResult | null, TakingRefusal>> {
	const serial = readReceipt(input.serial);
	const attempt = serial === null ? undefined : await findAttemptByReceipt(ctx.db, serial);
	if (!attempt || attempt.personId !== ctx.actor.personId) return ok(null);
	const submittedAt = submittedAtOf(attempt, ctx.at);
	if (submittedAt === null) return ok(null);
	const round = await getRound(ctx, directSources, attempt);
	const form = await directSources.form(ctx.db, round.id);
	const responses = await listResponses(ctx.db, attempt.id);
	const { showAnswers } = closingOf(round);
	const about = { attempt, round, ...(form && { form }) };
	return ok({
		submission: await describeSubmission(ctx.db, about, ctx.at),
		seq: attempt.seq,
		attemptsMax: round.contest.definition.rules.attemptsMax,
		elapsedMs: msBetween(attempt.startedAt, submittedAt),
		answered: responses.filter((saved) => !isUnanswered(saved.response)).length,
		questions: form?.cells.reduce((sum, cell) => sum + cell.count, 0) ?? 0,
		maxScore: form ? fullMarks(form.cells) : 0,
		prediction: (await findPrediction(ctx.db, attempt.id))?.value ?? null,
		closesAt: round.closesAt,
		answersFrom: showAnswers === 'after_round' ? round.closesAt : null
	});
}
