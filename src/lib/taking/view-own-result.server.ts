import type { RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import { getAccommodation } from '#lib/contest/entries.reads.server.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { submittedAtOf, type Submission } from './attempt-view.ts';
import type { EndKind } from './attempt-window.ts';
import { findAttemptByReceipt, type Attempt } from './attempts.reads.server.ts';
import { describeSubmission, getRound } from './own-attempt.server.ts';
import { readReceipt } from './receipt.ts';
import type { TakingRefusal } from './refusals.ts';
import { findPrediction, listImportedScores, listResponses } from './responses.reads.server.ts';
import { isUnanswered } from './score-response.ts';
import { maxScoreOf } from './score-attempt.ts';
import { directSources } from './sources.server.ts';

/** What the receipt page shows to its owner, and to nobody else. */
export interface OwnResult {
	readonly submission: Submission;
	readonly attemptId: string;
	readonly seq: number;
	/** With what this person was granted beyond the rules. */
	readonly attemptsMax: number;
	readonly timing: Timing;
	/** Held elsewhere: answers are not known here. */
	readonly isImported: boolean;
	readonly answered: number;
	readonly questions: number;
	readonly maxScore: number;
	/** null: none asked, or declined. */
	readonly prediction: number | null;
	readonly closesAt: Instant;
}

/** What the ranking time is made of (standings/elapsed.ts). */
export interface Timing {
	readonly startedAt: Instant;
	readonly submittedAt: Instant;
	readonly status: EndKind;
	readonly durationMs: number;
	readonly extraTime: readonly [number, number];
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
	return ok(await describe(ctx, { attempt, round, submittedAt }));
}

async function describe(
	ctx: ReadContext,
	{ attempt, round, submittedAt }: OwnAttempt
): Promise<OwnResult> {
	const { blueprint, rules } = round.contest.definition;
	const form = await directSources.form(ctx.db, round.id);
	const responses = await listResponses(ctx.db, attempt.id);
	const granted = await getAccommodation(ctx.db, attempt.contestCode, attempt.personId);
	const about = { attempt, round, ...(form && { form }) };
	return {
		attemptId: attempt.id,
		submission: await describeSubmission(ctx.db, about, ctx.at),
		seq: attempt.seq,
		attemptsMax: rules.attemptsMax + granted.extraAttempts,
		timing: {
			startedAt: attempt.startedAt,
			submittedAt,
			status: attempt.end?.kind ?? 'auto',
			durationMs: rules.durationSeconds * 1_000,
			extraTime: granted.extraTime
		},
		isImported: (await listImportedScores(ctx.db, [attempt.id])).size > 0,
		answered: responses.filter((saved) => !isUnanswered(saved.response)).length,
		questions: (form?.cells ?? blueprint).reduce((sum, cell) => sum + cell.count, 0),
		maxScore: maxScoreOf(blueprint, form),
		prediction: (await findPrediction(ctx.db, attempt.id))?.value ?? null,
		closesAt: round.closesAt
	};
}

interface OwnAttempt {
	readonly attempt: Attempt;
	readonly round: RoundOfContest;
	readonly submittedAt: Instant;
}
