import type { Contest } from '#lib/contest/contests.reads.server.ts';
import { getScope } from '#lib/contest/places.reads.server.ts';
import { byCodeUnit } from '#lib/kernel/text.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { listHeadcounts, listUnitsOn } from '#lib/units/units.reads.server.ts';
import { listParents } from './board.reads.server.ts';
import { isRanked, leagueOf, type ContestUnit } from './contest-units.ts';

/** Every unit in a contest's scope on `headcountAsOf`, with its parent inside it; by key. */
export async function listContestUnits(db: ReadDb, contest: Contest): Promise<ContestUnit[]> {
	const { rankedUnits, headcountAsOf, headcountAudience, leagues } = contest.definition;
	const scope = [...(await getScope(db, contest)).unitKeys];
	const units = await listUnitsOn(db, scope, headcountAsOf);
	const parents = await listParents(db, { keys: scope, tree: rankedUnits.tree, on: headcountAsOf });
	const ranked = units.filter((unit) => isRanked(rankedUnits, unit));
	const headcounts = await listHeadcounts(db, {
		unitKeys: ranked.map(({ key }) => key),
		audience: headcountAudience,
		asOf: headcountAsOf,
		tree: rankedUnits.tree
	});
	const isInScope = new Set(scope);
	return units
		.map(({ key, kind, name }) => {
			const parent = parents.get(key) ?? null;
			const headcount = headcounts.get(key)?.value ?? null;
			const isOne = headcounts.has(key);
			return {
				id: key,
				parentId: parent !== null && isInScope.has(parent) ? parent : null,
				title: name,
				ranked: isOne,
				league: isOne ? leagueOf(leagues, { key, kind, headcount }) : null,
				headcount
			};
		})
		.sort((a, b) => byCodeUnit(a.id, b.id));
}
