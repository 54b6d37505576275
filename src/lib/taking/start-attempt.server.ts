import type { RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import { freezeForm } from '#lib/contest/freeze-form.offer.server.ts';
import type { ContestRefusal } from '#lib/contest/refusals.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { admit } from './admit.server.ts';
import { showAttempt, type StartedAttempt } from './attempt-view.ts';
import { attemptEnd, attemptStatus } from './attempt-window.ts';
import { listAttemptsOf, type Attempt } from './attempts.reads.server.ts';
import { insertAttempt, recordResume, type NewAttempt } from './attempts.writes.server.ts';
import { receiptOf } from './receipt.ts';
import { refuse, type TakingRefusal } from './refusals.ts';
import { itemsShown, paperOf, type RoundForm } from './round-form.ts';
import { completeForm, directSources, type Sources } from './sources.server.ts';
import type { StartAttempt } from './taking.schema.ts';

type Started = Outcome<StartedAttempt, TakingRefusal | ContestRefusal>;

/**
 * Starts the caller's next attempt in a round, or resumes the open one as its next writer. The unique
 * (person, round, seq) decides between parallel starts: one inserts, the others resume what it made.
 */
export const startAttempt = startAttemptWith(directSources);

export function startAttemptWith(sources: Sources) {
	return async function startAttempt(ctx: WriteContext, input: StartAttempt): Promise<Started> {
		const round = await sources.round(ctx.tx, input.roundId, ctx.at);
		if (!round) return refuse('not-found');
		if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
		if (ctx.actor.personId === null) return refuse('contestants-only');
		const attempts = await listAttemptsOf(ctx.tx, ctx.actor.personId, round.id);
		const resumed = await resumeOpen(ctx, sources, attempts);
		if (resumed) return resumed;
		// From this one look: had another start come since, it took the same seq, and the insert sees it.
		const seq = (attempts.at(-1)?.seq ?? 0) + 1;
		const attempt = await prepare(ctx, round, { ...input, seq });
		if (!attempt.ok) return attempt;
		const form = await formOf(ctx, sources, round.id);
		if (!form.ok) return form;
		if (await insertAttempt(ctx.tx, attempt.value))
			return ok(
				started(ctx.at, { attempt: attempt.value, form: form.value }, { created: true, writer: 1 })
			);
		// A parallel start of the same person came first, and has committed.
		const since = await listAttemptsOf(ctx.tx, ctx.actor.personId, round.id);
		return (await resumeOpen(ctx, sources, since)) ?? refuse('busy');
	};
}

/** undefined: none is open, or the one that was has just ended. */
async function resumeOpen(
	ctx: WriteContext,
	sources: Sources,
	attempts: readonly Attempt[]
): Promise<Started | undefined> {
	const open = attempts.find((attempt) => attemptStatus(attempt, ctx.at) === 'open');
	if (!open) return undefined;
	const form = await formOf(ctx, sources, open.roundId);
	if (!form.ok) return form;
	const writer = await recordResume(ctx.tx, open.id, ctx.at);
	if (writer === null) return undefined;
	return ok(started(ctx.at, { attempt: open, form: form.value }, { created: false, writer }));
}

async function prepare(
	ctx: WriteContext,
	round: RoundOfContest,
	input: StartAttempt & { readonly seq: number }
): Promise<Outcome<NewAttempt, TakingRefusal | ContestRefusal>> {
	const personId = ctx.actor.personId as string;
	const { seq, unitKey: chosenUnitKey } = input;
	const admitted = await admit(ctx, round, { personId, chosenUnitKey, seq });
	if (!admitted.ok) return admitted;
	const { rules, closesAt, extraTime } = admitted.value;
	const { durationSeconds, grace, networkAllowanceMs } = rules;
	const terms = { startedAt: ctx.at, closesAt, durationMs: durationSeconds * 1_000, grace };
	return ok({
		id: ctx.random.id(),
		roundId: round.id,
		contestCode: round.contestCode,
		personId,
		seq,
		seed: ctx.random.bytes(16),
		receipt: receiptOf(ctx.random.bytes(8)),
		startedAt: ctx.at,
		window: { endsAt: attemptEnd({ ...terms, extraTime }), allowanceMs: networkAllowanceMs },
		extraTime
	});
}

/** The frozen form; frozen now by the first who starts. What is not committed yet is not remembered. */
async function formOf(
	ctx: { readonly tx: WriteDb; readonly at: WriteContext['at'] },
	sources: Sources,
	roundId: string
): Promise<Outcome<RoundForm, ContestRefusal>> {
	const frozen = await sources.form(ctx.tx, roundId);
	if (frozen) return ok(frozen);
	const form = await freezeForm(ctx.tx, { roundId, at: ctx.at });
	return form.ok ? ok(await completeForm(ctx.tx, form.value)) : form;
}

function started(
	at: Instant,
	{ attempt, form }: { readonly attempt: NewAttempt; readonly form: RoundForm },
	as: { readonly created: boolean; readonly writer: number }
): StartedAttempt {
	const items = itemsShown(form, paperOf(form, attempt.seed));
	return { ...as, attempt: showAttempt({ ...attempt, end: null }, at), paper: { items } };
}
