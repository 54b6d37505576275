import { findContestPage, type ContestShown } from '#lib/contest/contest-page.reads.server.ts';
import type { ViewContest } from '#lib/contest/view-contest.schema.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { attemptStatus } from './attempt-window.ts';
import { listAttemptsOf } from './attempts.reads.server.ts';
import { refuse, type TakingRefusal } from './refusals.ts';

/** A contest's page with what only taking knows: attempts used, and the one that is running. */
export interface ContestToTake extends ContestShown {
	/** The caller's running attempt: a start resumes it. */
	readonly openAttemptId: string | null;
}

/** The public page of a contest: thể lệ, rounds, draws, and what the caller may do now and why not. */
export async function viewContest(
	ctx: ReadContext,
	{ code }: ViewContest
): Promise<Outcome<ContestToTake, TakingRefusal>> {
	let openAttemptId: string | null = null;
	const attemptsUsed = async (roundId: string) => {
		if (ctx.actor.personId === null) return 0;
		const attempts = await listAttemptsOf(ctx.db, ctx.actor.personId, roundId);
		const open = attempts.find((attempt) => attemptStatus(attempt, ctx.at) === 'open');
		openAttemptId = open?.id ?? null;
		// The running one is not used up yet: it may always be gone on with.
		return attempts.filter((attempt) => attempt !== open).length;
	};
	const page = await findContestPage(ctx, { code, attemptsUsed });
	return page === undefined ? refuse('not-found') : ok({ ...page, openAttemptId });
}
