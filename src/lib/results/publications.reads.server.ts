import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';

/** A frozen version, without its files. `roundKey` null: of the whole contest. */
export interface PublicationHead {
	readonly id: string;
	readonly contestCode: string;
	readonly roundId: string | null;
	readonly roundKey: string | null;
	readonly version: number;
	readonly publishedAt: Instant;
	readonly standingsSha256: string;
}

function heads(db: ReadDb) {
	return db
		.selectFrom('publication as p')
		.leftJoin('round as r', 'r.id', 'p.roundId')
		.select(['p.id', 'p.contestCode', 'p.roundId', 'r.key as roundKey', 'p.version'])
		.select(['p.publishedAt', 'p.standingsSha256']);
}

export interface PublicationWanted {
	readonly contestCode: string;
	/** The round's key; null: the whole contest's. */
	readonly roundKey: string | null;
	/** Without it, the newest. */
	readonly version?: number | undefined;
}

export async function findPublication(
	db: ReadDb,
	{ contestCode, roundKey, version }: PublicationWanted
): Promise<PublicationHead | undefined> {
	return await heads(db)
		.where('p.contestCode', '=', contestCode)
		.where('r.key', 'is not distinct from', roundKey)
		.$if(version !== undefined, (query) => query.where('p.version', '=', version ?? 0))
		.orderBy('p.version', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** All versions of a contest and its rounds, newest first. */
export async function listPublications(
	db: ReadDb,
	contestCode: string
): Promise<PublicationHead[]> {
	return await heads(db)
		.where('p.contestCode', '=', contestCode)
		.orderBy('p.publishedAt', 'desc')
		.orderBy('p.version', 'desc')
		.execute();
}

/** Newest versions of whole contests, by contest: those that count as published, whenever that was. */
export async function listPublishedContests(
	db: ReadDb,
	contestCodes: readonly string[]
): Promise<PublicationHead[]> {
	if (contestCodes.length === 0) return [];
	return await heads(db)
		.where('p.contestCode', 'in', contestCodes)
		.where('p.roundId', 'is', null)
		.distinctOn('p.contestCode')
		.orderBy('p.contestCode')
		.orderBy('p.version', 'desc')
		.execute();
}

/** The very files of a publication. */
export interface PublicationFiles {
	readonly standings: string;
	readonly fullContest: string;
	readonly fullAttempts: string;
	readonly publicContest: string;
	readonly publicAttempts: string;
}

export async function getPublicationFiles(db: ReadDb, id: string): Promise<PublicationFiles> {
	return await db
		.selectFrom('publication')
		.select(['standings', 'fullContest', 'fullAttempts', 'publicContest', 'publicAttempts'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
}

/** The standings and the public contest.json: what a page shows of a publication. */
export async function getPublishedStandings(
	db: ReadDb,
	id: string
): Promise<Pick<PublicationFiles, 'standings' | 'publicContest'>> {
	return await db
		.selectFrom('publication')
		.select(['standings', 'publicContest'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
}

/** One more than the newest; asked under the lock of publishing. */
export async function getNextVersion(
	db: ReadDb,
	contestCode: string,
	roundId: string | null
): Promise<number> {
	const { last } = await db
		.selectFrom('publication')
		.select((eb) => eb.fn.max('version').as('last'))
		.where('contestCode', '=', contestCode)
		.where('roundId', 'is not distinct from', roundId)
		.executeTakeFirstOrThrow();
	return (last ?? 0) + 1;
}

/** Which people stand behind public ids of a contest; unknown ids are left out. */
export async function listPeopleBehind(
	db: ReadDb,
	contestCode: string,
	publicIds: readonly string[]
): Promise<Map<string, string>> {
	if (publicIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('entry')
		.select(['publicId', 'personId'])
		.where('contestCode', '=', contestCode)
		.where('publicId', 'in', publicIds)
		.execute();
	return new Map(rows.map(({ publicId, personId }) => [publicId, personId]));
}
