import { permits, permitsSomewhere } from '#lib/identity/abilities.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { lineageOn } from '#lib/units/units.reads.server.ts';
import { listContests } from './contests.reads.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';

export interface OwnContest {
	readonly code: string;
	readonly title: string;
}

/** The contests that the caller organises, for the desk. */
export async function viewOwnContests(
	ctx: ReadContext
): Promise<Outcome<readonly OwnContest[], ContestRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	if (!permitsSomewhere(ctx.actor, 'contest.manage')) return refuse('not-found');
	const own: OwnContest[] = [];
	for (const { code, title, organiserKey } of await listContests(ctx.db)) {
		const lineage = await lineageOn(ctx.db, organiserKey, dayOf(ctx.at));
		if (permits(ctx.actor, 'contest.manage', lineage)) own.push({ code, title });
	}
	return ok(own);
}
