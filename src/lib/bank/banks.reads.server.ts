import { sql } from 'kysely';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { ItemsFile, Source, Term } from './items-file.ts';
import { ITEMS_FORMAT } from './items-file.ts';
import { listCurrentVersions } from './items.reads.server.ts';

export interface Bank {
	readonly code: string;
	readonly title: string;
	readonly language: string;
}

/** Every bank, by code. */
export async function listBanks(db: ReadDb): Promise<Bank[]> {
	return db.selectFrom('bank').select(['code', 'title', 'language']).orderBy('code').execute();
}

export async function findBank(db: ReadDb, code: string): Promise<Bank | undefined> {
	return db
		.selectFrom('bank')
		.select(['code', 'title', 'language'])
		.where('code', '=', code)
		.executeTakeFirst();
}

/** The topics or the levels of a bank, in its order. */
export async function listTerms(
	db: ReadDb,
	bankCode: string,
	kind: 'topic' | 'level'
): Promise<Term[]> {
	return db
		.selectFrom('bankTerm')
		.select(['code', 'title'])
		.where('bankCode', '=', bankCode)
		.where('kind', '=', kind)
		.orderBy('position')
		.orderBy('code')
		.execute();
}

/** The documents that a bank's items cite, in its order. */
export async function listSources(db: ReadDb, bankCode: string): Promise<Source[]> {
	const rows = await db
		.selectFrom('bankSource')
		.select(sql<Source>`content`.as('content'))
		.where('bankCode', '=', bankCode)
		.orderBy('position')
		.orderBy('sourceId')
		.execute();
	return rows.map((row) => row.content);
}

/** A bank as khoabang.items/1: the same object that was imported. */
export async function findItemsFile(db: ReadDb, bankCode: string): Promise<ItemsFile | undefined> {
	const bank = await findBank(db, bankCode);
	if (!bank) return undefined;
	const versions = await listCurrentVersions(db, bankCode);
	return {
		format: ITEMS_FORMAT,
		bank,
		topics: await listTerms(db, bankCode, 'topic'),
		levels: await listTerms(db, bankCode, 'level'),
		sources: await listSources(db, bankCode),
		items: versions.map((version) => version.item)
	};
}
