import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';

export interface DrawCommitment {
	readonly roundId: string;
	/** sha256 hex of the seed's bytes. */
	readonly commitment: string;
}

/** Commitments of a contest's rounds in declared order; public from the import on. */
export async function listDrawCommitments(
	db: ReadDb,
	contestCode: string
): Promise<DrawCommitment[]> {
	return await db
		.selectFrom('drawSeed as d')
		.innerJoin('round as r', 'r.id', 'd.roundId')
		.select(['d.roundId', 'd.commitment'])
		.where('r.contestCode', '=', contestCode)
		.orderBy('r.position')
		.execute();
}

export interface DrawSeed extends DrawCommitment {
	/** 32 bytes. Shown to nobody before the round's closing. */
	readonly seed: Buffer;
}

/** Seeds of the rounds that are closed at `at`: only then is a seed anyone's to read. */
export async function listRevealedSeeds(
	db: ReadDb,
	contestCode: string,
	at: Instant
): Promise<DrawSeed[]> {
	return await db
		.selectFrom('drawSeed as d')
		.innerJoin('round as r', 'r.id', 'd.roundId')
		.select(['d.roundId', 'd.commitment', 'd.seed'])
		.where('r.contestCode', '=', contestCode)
		.where('r.closesAt', '<=', at)
		.orderBy('r.position')
		.execute();
}

export interface ContestSecret {
	/** 32 bytes; makes public ids, and is never shown. */
	readonly secret: Buffer;
	readonly commitment: string;
}

/** The contest's secret; throws when there is none, since an import always draws one. */
export async function getContestSecret(db: ReadDb, contestCode: string): Promise<ContestSecret> {
	return await db
		.selectFrom('contestSecret')
		.select(['secret', 'commitment'])
		.where('contestCode', '=', contestCode)
		.executeTakeFirstOrThrow();
}
