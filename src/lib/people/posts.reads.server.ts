import { sql } from 'kysely';
import type { Day } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';

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
