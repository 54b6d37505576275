import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { findRound } from './contests.reads.server.ts';
import type { Form } from './form.ts';

/** A round's frozen form; `undefined` before it is frozen. Cells in the order of the blueprint. */
export async function findForm(db: ReadDb, roundId: string): Promise<Form | undefined> {
	const round = await findRound(db, roundId);
	if (round === undefined) return undefined;
	const rows = await db
		.selectFrom('formItem')
		.select(['cell', 'itemVersionId'])
		.where('roundId', '=', roundId)
		.orderBy('cell')
		.orderBy('position')
		.execute();
	if (rows.length === 0) return undefined;
	const cells = round.contest.definition.blueprint.map((blueprint, cell) => ({
		...blueprint,
		cell,
		itemVersionIds: rows.filter((row) => row.cell === cell).map((row) => row.itemVersionId)
	}));
	return { roundId, cells };
}

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
