import type { WriteContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { findContest } from './contests.reads.server.ts';
import { ensureEntry } from './ensure-entry.offer.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';
import type { ViewContest } from './view-contest.schema.ts';

/**
 * The first opening of the contest page, signed in, registers a person in scope (contract §2 "Counting").
 * Anybody else opens it without a trace.
 */
export async function openContestPage(
	ctx: WriteContext,
	{ code }: ViewContest
): Promise<Outcome<{ readonly entered: boolean }, ContestRefusal>> {
	const contest = await findContest(ctx.tx, code);
	if (contest === undefined) return refuse('not-found');
	const { personId } = ctx.actor;
	if (personId === null) return ok({ entered: false });
	const entry = await ensureEntry(ctx.tx, { contest, personId, at: ctx.at, unitMayWait: true });
	return ok({ entered: entry.ok });
}
