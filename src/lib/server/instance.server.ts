import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb, WriteDb } from './db/client.ts';

/** Facts that hold for an instance for good: `demo-loading` (it was empty and the demo world was begun), `demo` (it holds it). */
export type InstanceFactKey = 'demo' | 'demo-loading';

export async function findInstanceFact(
	db: ReadDb,
	key: InstanceFactKey
): Promise<string | undefined> {
	const row = await db
		.selectFrom('instanceFact')
		.select('value')
		.where('key', '=', key)
		.executeTakeFirst();
	return row?.value;
}

/** Recorded once; a second time changes nothing. */
export async function recordInstanceFact(
	tx: WriteDb,
	fact: { readonly key: InstanceFactKey; readonly value: string; readonly at: Instant }
): Promise<void> {
	await tx
		.insertInto('instanceFact')
		.values({ key: fact.key, value: fact.value, recordedAt: fact.at })
		.onConflict((conflict) => conflict.column('key').doNothing())
		.execute();
}
