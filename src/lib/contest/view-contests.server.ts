import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listUnitsOn } from '#lib/units/units.reads.server.ts';
import { contestSummary, type ContestSummary } from './contest-summary.ts';
import { listContests, listRoundsOf } from './contests.reads.server.ts';
import type { ContestRefusal } from './refusals.ts';
import type { ViewContests } from './view-contest.schema.ts';

export interface ContestsShown {
	readonly contests: readonly ContestSummary[];
	/** The cursor of the next page; null: this was the last. */
	readonly next: string | null;
}

/** The public list: all contests, the one that closes last first. */
export async function viewContests(
	ctx: ReadContext,
	{ cursor, limit }: ViewContests
): Promise<Outcome<ContestsShown, ContestRefusal>> {
	const all = await listContests(ctx.db);
	const from = cursor === undefined ? 0 : all.findIndex(({ code }) => code === cursor) + 1;
	const page = all.slice(from, from + limit);
	const rounds = Map.groupBy(
		await listRoundsOf(
			ctx.db,
			page.map(({ code }) => code)
		),
		(round) => round.contestCode
	);
	const organisers = await listUnitsOn(
		ctx.db,
		page.map(({ organiserKey }) => organiserKey),
		dayOf(ctx.at)
	);
	const nameOf = new Map(organisers.map(({ key, name }) => [key, name]));
	const contests = page.map(({ code, organiserKey, definition }) => {
		const organiserName = nameOf.get(organiserKey) ?? organiserKey;
		return contestSummary(definition, { rounds: rounds.get(code) ?? [], organiserName }, ctx.at);
	});
	const more = from + limit < all.length;
	return ok({ contests, next: more ? (page.at(-1)?.code ?? null) : null });
}
