import type { Contest } from '#lib/contest/contests.reads.server.ts';
import type { Day } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { listContestUnits } from '#lib/standings/contest-units.server.ts';
import { pathOf, type LineageBook, type Reading } from '#lib/units/lineage.ts';
import { unitTrees, type UnitOnDay, type UnitTree } from '#lib/units/unit.ts';
import { childrenOn, listHeadcounts } from '#lib/units/units.reads.server.ts';
import type { DeclaringUnit, OwnHeadcount, RowsOfLeaf } from './figures.ts';
import type { LeafSum } from './measures.ts';

/** The rows of a participation table, and which of them each leaf unit counts in. */
export interface RowPlan {
	readonly asOf: Day;
	readonly reading: Reading;
	readonly book: LineageBook;
	readonly tree: UnitTree;
	/** The day whose tree the rows come from. */
	readonly on: Day;
	/** The unit asked for, then its children. */
	readonly rows: readonly UnitOnDay[];
	readonly rowsOf: RowsOfLeaf;
}

/** The contest's own tree where the unit has children in it, else the first tree in which it has some. */
export async function chooseTree(
	db: ReadDb,
	asked: { readonly contest: Contest; readonly unitKey: string; readonly on: Day }
): Promise<UnitTree> {
	const own = asked.contest.definition.rankedUnits.tree;
	for (const tree of [own, ...unitTrees.filter((each) => each !== own)])
		if ((await childrenOn(db, asked.unitKey, tree, asked.on)).length > 0) return tree;
	return own;
}

/** Children of the roots (one root, or the successors of a closed unit), by name within each. */
export async function listRowUnits(
	db: ReadDb,
	asked: { readonly roots: readonly string[]; readonly tree: UnitTree; readonly on: Day }
): Promise<UnitOnDay[]> {
	const rows: UnitOnDay[] = [];
	for (const root of asked.roots) rows.push(...(await childrenOn(db, root, asked.tree, asked.on)));
	return rows;
}

/** A row's own headcount, and those of the declaring units below it, with their completed people. */
export type DeclaringOf = (
	rowKey: string,
	completed: number
) => { readonly own: OwnHeadcount; readonly below: readonly DeclaringUnit[] };

/** Headcounts of rows and ranked units on the contest's `headcountAsOf` (contract "Counting"). */
export async function listDeclaring(
	db: ReadDb,
	contest: Contest,
	{ plan, sums }: { readonly plan: RowPlan; readonly sums: readonly LeafSum[] }
): Promise<DeclaringOf> {
	const { headcountAsOf: asOf, headcountAudience: audience, rankedUnits } = contest.definition;
	const ranked = (await listContestUnits(db, contest)).filter((unit) => unit.ranked);
	const asked = new Map(ranked.map((unit) => [unit.id, unit.headcount]));
	const unitKeys = plan.rows.map(({ key }) => key);
	const heads = await listHeadcounts(db, { unitKeys, audience, asOf, tree: rankedUnits.tree });
	const completedIn = completedByUnit(contest, { plan, sums });
	return (rowKey, completed) => ({
		own: { headcount: heads.get(rowKey)?.value ?? null, completed, isAsked: asked.has(rowKey) },
		below: [...asked]
			.filter(([key]) => key !== rowKey && plan.rowsOf(key).includes(rowKey))
			.map(([key, headcount]) => ({ headcount, completed: completedIn.get(key) ?? 0 }))
	});
}

/** Completed people of the headcount's audience within each ranked unit, on the contest's own day. */
function completedByUnit(
	{ definition }: Contest,
	{ plan, sums }: { readonly plan: RowPlan; readonly sums: readonly LeafSum[] }
): Map<string, number> {
	const day = { tree: definition.rankedUnits.tree, on: definition.headcountAsOf };
	const completed = new Map<string, number>();
	for (const { measure, audience, unitKey, amount } of sums) {
		if (measure !== 'completed' || audience !== definition.headcountAudience) continue;
		for (const key of pathOf(plan.book, unitKey, day))
			completed.set(key, (completed.get(key) ?? 0) + amount);
	}
	return completed;
}
