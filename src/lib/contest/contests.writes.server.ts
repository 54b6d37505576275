import { sha256Hex } from '#lib/kernel/digest.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { ContestDefinition, RoundDefinition } from './definition.ts';

/** The round's row until the end of the transaction: its form is frozen once. */
export async function lockRound(tx: WriteDb, roundId: string): Promise<void> {
	await tx.selectFrom('round').select('id').where('id', '=', roundId).forNoKeyUpdate().execute();
}

/** The contest's row, and with it its rules: a first attempt waits (freeze-rules). True if it exists. */
export async function lockContest(tx: WriteDb, code: string): Promise<boolean> {
	const row = await tx
		.selectFrom('contest')
		.select('code')
		.where('code', '=', code)
		.forUpdate()
		.executeTakeFirst();
	return row !== undefined;
}

function contestRow(definition: ContestDefinition) {
	return {
		title: definition.title,
		organiserKey: definition.organiser,
		bankCode: definition.bank,
		planCode: definition.plan,
		headcountAsOf: definition.headcountAsOf,
		definition: JSON.stringify(definition)
	};
}

export async function insertContest(
	tx: WriteDb,
	definition: ContestDefinition,
	by: { readonly at: Instant; readonly accountId: string | null }
): Promise<void> {
	await tx
		.insertInto('contest')
		.values({
			code: definition.code,
			...contestRow(definition),
			importedAt: by.at,
			importedBy: by.accountId
		})
		.execute();
}

export async function replaceContest(tx: WriteDb, definition: ContestDefinition): Promise<void> {
	await tx
		.updateTable('contest')
		.set(contestRow(definition))
		.where('code', '=', definition.code)
		.execute();
}

function roundRow(round: RoundDefinition, position: number) {
	const { title, kind, opensAt, closesAt } = round;
	return { title, kind, position, opensAt, closesAt };
}

export interface NewRound {
	readonly id: string;
	readonly contestCode: string;
	readonly round: RoundDefinition;
	readonly position: number;
	readonly seed: Buffer;
	readonly at: Instant;
}

/** A round with the seed of its draws and the commitment to it. */
export async function insertRound(tx: WriteDb, input: NewRound): Promise<void> {
	const { id, contestCode, round, position, seed, at } = input;
	await tx
		.insertInto('round')
		.values({ id, contestCode, key: round.id, ...roundRow(round, position) })
		.execute();
	await tx
		.insertInto('drawSeed')
		.values({ roundId: id, seed, commitment: sha256Hex(seed), drawnAt: at })
		.execute();
}

export async function replaceRound(
	tx: WriteDb,
	id: string,
	at: { readonly round: RoundDefinition; readonly position: number }
): Promise<void> {
	await tx.updateTable('round').set(roundRow(at.round, at.position)).where('id', '=', id).execute();
}

/** With its seed and form: only before the contest's first attempt. */
export async function deleteRounds(tx: WriteDb, ids: readonly string[]): Promise<void> {
	if (ids.length > 0) await tx.deleteFrom('round').where('id', 'in', ids).execute();
}

export async function insertContestSecret(
	tx: WriteDb,
	input: { readonly contestCode: string; readonly secret: Buffer; readonly at: Instant }
): Promise<void> {
	const { contestCode, secret, at } = input;
	await tx
		.insertInto('contestSecret')
		.values({ contestCode, secret, commitment: sha256Hex(secret), drawnAt: at })
		.execute();
}
