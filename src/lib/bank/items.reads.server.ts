import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { DrawConditions, Item, ItemVersion } from './item.ts';

/** Versions by their ids, for papers, scores and previews; ordered as the ids are given, unknown ids left out. */
export async function listItemVersions(db: ReadDb, ids: readonly string[]): Promise<ItemVersion[]> {
	if (ids.length === 0) return [];
	const rows = await versionRows(db).where('itemVersion.id', 'in', ids).execute();
	const byId = new Map(rows.map((row) => [row.id, row]));
	return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The current versions that may be drawn (item.ts, `isDrawable`), in the bank's order. */
export async function listDrawableVersions(
	db: ReadDb,
	conditions: DrawConditions & { readonly bankCode: string }
): Promise<ItemVersion[]> {
	return currentVersionRows(db)
		.where('itemVersion.bankCode', '=', conditions.bankCode)
		.where('itemVersion.status', '=', 'approved')
		.where('itemVersion.validFrom', '<=', conditions.on)
		.where((eb) =>
			eb.or([eb('itemVersion.validTo', 'is', null), eb('itemVersion.validTo', '>', conditions.on)])
		)
		.where(sql<boolean>`item_version.type = any(${[...conditions.types]}::text[])`)
		.where(sql<boolean>`item_version.audiences && ${[...conditions.audiences]}::text[]`)
		.where(sql<boolean>`coalesce(item_version.content -> 'media', '[]') = '[]'`)
		.orderBy('item.position')
		.execute();
}

/** Every current version of a bank, in the bank's order. */
export async function listCurrentVersions(db: ReadDb, bankCode: string): Promise<ItemVersion[]> {
	return currentVersionRows(db)
		.where('itemVersion.bankCode', '=', bankCode)
		.orderBy('item.position')
		.execute();
}

/** The current version of one item. */
export async function findCurrentVersion(
	db: ReadDb,
	bankCode: string,
	itemId: string
): Promise<ItemVersion | undefined> {
	return currentVersionRows(db)
		.where('itemVersion.bankCode', '=', bankCode)
		.where('itemVersion.itemId', '=', itemId)
		.executeTakeFirst();
}

/** The versions of one item, newest first. */
export async function listVersionsOf(
	db: ReadDb,
	bankCode: string,
	itemId: string
): Promise<{ version: number; recordedAt: Instant }[]> {
	return db
		.selectFrom('itemVersion')
		.select(['version', 'recordedAt'])
		.where('bankCode', '=', bankCode)
		.where('itemId', '=', itemId)
		.orderBy('version', 'desc')
		.execute();
}

function versionRows(db: ReadDb) {
	return db
		.selectFrom('itemVersion')
		.select(['itemVersion.id', 'itemVersion.bankCode', 'itemVersion.version'])
		.select(sql<Item>`item_version.content`.as('item'));
}

/** The highest version of each item, joined with the item for its place in the bank. */
export function currentVersionRows(db: ReadDb) {
	return versionRows(db)
		.innerJoin('item', (join) =>
			join
				.onRef('item.bankCode', '=', 'itemVersion.bankCode')
				.onRef('item.itemId', '=', 'itemVersion.itemId')
		)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('itemVersion as later')
						.select('later.id')
						.whereRef('later.bankCode', '=', 'itemVersion.bankCode')
						.whereRef('later.itemId', '=', 'itemVersion.itemId')
						.whereRef('later.version', '>', 'itemVersion.version')
				)
			)
		);
}
