import type { ReadContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { findContestPage, type ContestShown } from './contest-page.reads.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';
import type { ViewContest } from './view-contest.schema.ts';

/** The public page of a contest: thể lệ, rounds, draws, and what the caller may do now and why not. */
export async function viewContest(
	ctx: ReadContext,
	{ code }: ViewContest
): Promise<Outcome<ContestShown, ContestRefusal>> {
	const page = await findContestPage(ctx, { code });
	return page === undefined ? refuse('not-found') : ok(page);
}
