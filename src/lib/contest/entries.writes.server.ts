import type { WriteDb } from '#lib/server/db/client.ts';
import type { Entry } from './entries.reads.server.ts';
import type { Place } from './entry.ts';

/** Inserts those that are not there yet and answers these; another transaction's entry wins quietly. */
export async function insertEntries(tx: WriteDb, entries: readonly Entry[]): Promise<Entry[]> {
	if (entries.length === 0) return [];
	return await tx
		.insertInto('entry')
		.values([...entries])
		.onConflict((conflict) => conflict.columns(['contestCode', 'personId']).doNothing())
		.returning(['contestCode', 'personId', 'registeredAt', 'unitKey', 'groupId', 'publicId'])
		.execute();
}

/** The unit, chosen once: true if this call chose it. */
export async function recordEntryPlace(
	tx: WriteDb,
	entry: Pick<Entry, 'contestCode' | 'personId'>,
	place: Place
): Promise<boolean> {
	const result = await tx
		.updateTable('entry')
		.set(place)
		.where('contestCode', '=', entry.contestCode)
		.where('personId', '=', entry.personId)
		.where('unitKey', 'is', null)
		.executeTakeFirst();
	return result.numUpdatedRows > 0n;
}

/** Every entry's unit is to be found anew: the rules changed, before any attempt (the database insists). */
export async function clearEntryPlaces(tx: WriteDb, contestCode: string): Promise<void> {
	await tx
		.updateTable('entry')
		.set({ unitKey: null, groupId: null })
		.where('contestCode', '=', contestCode)
		.where('unitKey', 'is not', null)
		.execute();
}
