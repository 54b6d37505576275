import { sql } from 'kysely';
import type { Role } from '#lib/identity/roles.ts';
import type { Day } from '#lib/kernel/instant.ts';
import type { Refused } from '#lib/kernel/outcome.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { isOpenOn } from '#lib/units/unit.ts';
import { findUnit } from '#lib/units/units.reads.server.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';

/** Does anybody hold the whole instance on this day? */
export async function hasAdministrator(db: ReadDb, on: Day): Promise<boolean> {
	const row = await db
		.selectFrom('post')
		.select('accountId')
		.where('role', '=', 'administrator')
		.where(sql<boolean>`${on}::date <@ valid`)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Why nobody can be given this role there; `undefined` when somebody can. */
export async function whyNoPost(
	db: ReadDb,
	post: { readonly role: Role; readonly unitKey: string | null },
	on: Day
): Promise<Refused<PeopleRefusal> | undefined> {
	if (post.unitKey === null)
		return post.role === 'administrator' ? undefined : refuse('unit-needed');
	const unit = await findUnit(db, post.unitKey);
	if (unit && isOpenOn(unit, on)) return undefined;
	return refuse('unit-unknown', { facts: { unit: post.unitKey } });
}
