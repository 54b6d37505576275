import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Share } from './rules.ts';

/** A person in a contest (contract §2 "Counting", registered). */
export interface Entry {
	readonly contestCode: string;
	readonly personId: string;
	readonly registeredAt: Instant;
	/** null until a person of several units has chosen, at the start. */
	readonly unitKey: string | null;
	/** null: the contest has no groups, or the unit is still to be chosen. */
	readonly groupId: string | null;
	/** The pseudonym of publications: never reused, never changed. */
	readonly publicId: string;
}

const columns = [
	'contestCode',
	'personId',
	'registeredAt',
	'unitKey',
	'groupId',
	'publicId'
] as const;

export async function findEntry(
	db: ReadDb,
	contestCode: string,
	personId: string
): Promise<Entry | undefined> {
	return await db
		.selectFrom('entry')
		.select(columns)
		.where('contestCode', '=', contestCode)
		.where('personId', '=', personId)
		.executeTakeFirst();
}

/** All entries of a contest, by public id in code-unit order. */
export async function listEntries(db: ReadDb, contestCode: string): Promise<Entry[]> {
	return await db
		.selectFrom('entry')
		.select(columns)
		.where('contestCode', '=', contestCode)
		.orderBy(sql`public_id collate "C"`)
		.execute();
}

export interface Accommodation {
	/** How many times the duration, as a fraction ≥ 1. */
	readonly extraTime: Share;
	readonly extraAttempts: number;
}

export const noAccommodation: Accommodation = { extraTime: [1, 1], extraAttempts: 0 };

/** What a person has in a contest beyond the rules: the newest row, or nothing more. */
export async function getAccommodation(
	db: ReadDb,
	contestCode: string,
	personId: string
): Promise<Accommodation> {
	const all = await listAccommodations(db, contestCode, personId);
	return all.get(personId) ?? noAccommodation;
}

/** Accommodations in force in a contest (of one person, where given), by person id. */
export async function listAccommodations(
	db: ReadDb,
	contestCode: string,
	personId?: string
): Promise<Map<string, Accommodation>> {
	const rows = await db
		.selectFrom('accommodation')
		.select(['personId', 'extraTimeN', 'extraTimeD', 'extraAttempts'])
		.where('contestCode', '=', contestCode)
		.$if(personId !== undefined, (query) => query.where('personId', '=', personId as string))
		.orderBy('id')
		.execute();
	return new Map(
		rows.map((row) => [
			row.personId,
			{ extraTime: [row.extraTimeN, row.extraTimeD], extraAttempts: row.extraAttempts }
		])
	);
}
