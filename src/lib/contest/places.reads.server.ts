import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Audience } from '#lib/units/audience.ts';
import { subtreeKeysOn } from '#lib/units/units.reads.server.ts';
import type { Contest } from './contests.reads.server.ts';
import type { ContestScope, MembershipOnDay } from './entry.ts';

/** The contest's units and its groups' units, whole subtrees of its tree on `headcountAsOf`. */
export async function getScope(db: ReadDb, { definition }: Contest): Promise<ContestScope> {
	const { rankedUnits, headcountAsOf, units, groups } = definition;
	const under = (keys: readonly string[]) =>
		subtreeKeysOn(db, keys, rankedUnits.tree, headcountAsOf);
	const groupUnitKeys = new Map<string, ReadonlySet<string>>();
	for (const group of groups)
		if (group.units !== null) groupUnitKeys.set(group.id, new Set(await under(group.units)));
	return { unitKeys: new Set(await under(units)), groupUnitKeys };
}

export interface RosteredMembership extends MembershipOnDay {
	readonly personId: string;
	/** When the roster that says so was confirmed; null: no roster says it. */
	readonly confirmedAt: Instant | null;
}

/** A person's memberships on the contest's `headcountAsOf`, by unit key. */
export async function listMembershipsInContest(
	db: ReadDb,
	contest: Contest,
	personId: string
): Promise<RosteredMembership[]> {
	return await memberships(db, contest).where('m.personId', '=', personId).execute();
}

/**
 * Memberships on `headcountAsOf` in the scope's units, from rosters confirmed by `at`, of people who
 * have no entry yet, or one without a unit; by person, then unit key.
 */
export async function listRosteredUnplaced(
	db: ReadDb,
	contest: Contest,
	{ scope, at }: { readonly scope: ContestScope; readonly at: Instant }
): Promise<RosteredMembership[]> {
	return await memberships(db, contest)
		.where(sql<boolean>`m.unit_key = any(${[...scope.unitKeys]})`)
		.where('r.acceptedAt', '<=', at)
		.where(
			sql<boolean>`not exists (
				select from entry e where e.contest_code = ${contest.code} and e.person_id = m.person_id
					and e.unit_key is not null
			)`
		)
		.execute();
}

function memberships(db: ReadDb, contest: Contest) {
	return db
		.selectFrom('membership as m')
		.leftJoin('roster as r', 'r.id', 'm.rosterId')
		.select(['m.personId', 'm.unitKey', 'r.acceptedAt as confirmedAt'])
		.select(sql<Audience[]>`m.audiences`.as('audiences'))
		.where(sql<boolean>`${contest.headcountAsOf}::date <@ m.valid_during`)
		.orderBy('m.personId')
		.orderBy('m.unitKey');
}
