import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { StoredRow } from './board-rows.reads.server.ts';
import type { LeagueBoard } from './collective.ts';

const CHUNK = 1000;

/** The rows of these people in a round, instead of what stood there; who has none leaves the board. */
export async function replaceRows(
	tx: WriteDb,
	roundId: string,
	{
		personIds,
		rows
	}: { readonly personIds: readonly string[]; readonly rows: readonly StoredRow[] }
): Promise<void> {
	await tx
		.deleteFrom('boardPerson')
		.where('roundId', '=', roundId)
		.where('personId', '=', sql<string>`any(${[...personIds]}::uuid[])`)
		.execute();
	for (let from = 0; from < rows.length; from += CHUNK)
		await tx
			.insertInto('boardPerson')
			.values(rows.slice(from, from + CHUNK).map((row) => ({ roundId, ...row })))
			.execute();
}

export interface SettledKey {
	readonly personId: string;
	readonly predictionError: number | null;
	readonly sortKey: Uint8Array;
}

/** Puts the whole chain in force in a round whose actual is known. */
export async function replaceKeys(
	tx: WriteDb,
	roundId: string,
	keys: readonly SettledKey[]
): Promise<void> {
	await sql`
		update board_person b set prediction_error = k.error, sort_key = decode(k.key, 'hex')
		from unnest(
			${keys.map(({ personId }) => personId)}::uuid[],
			${keys.map(({ predictionError }) => predictionError)}::bigint[],
			${keys.map(({ sortKey }) => Buffer.from(sortKey).toString('hex'))}::text[]
		) as k(person_id, error, key)
		where b.round_id = ${roundId} and b.person_id = k.person_id
	`.execute(tx);
}

/** The boards of units of a round, in the order in which they are shown. */
export async function replaceUnits(
	tx: WriteDb,
	roundId: string,
	leagues: readonly LeagueBoard[]
): Promise<void> {
	await tx.deleteFrom('boardUnit').where('roundId', '=', roundId).execute();
	const rows = leagues.flatMap(({ league, rows }) => rows.map((row) => ({ league, ...row })));
	const values = rows.map(({ value, flags, unitId, ...row }, position) => ({
		...row,
		roundId,
		unitKey: unitId,
		position,
		valueN: value === null ? null : value.n.toString(),
		valueD: value === null ? null : value.d.toString(),
		flags: [...flags]
	}));
	for (let from = 0; from < values.length; from += CHUNK)
		await tx
			.insertInto('boardUnit')
			.values(values.slice(from, from + CHUNK))
			.execute();
}

export interface Snapshot {
	readonly roundId: string;
	readonly at: Instant;
	readonly settled: boolean;
	readonly actual: number | null;
}

/**
 * Marks a new snapshot of a round and tells the listeners, who hear of it once this transaction is
 * committed. Answers its watermark, which never falls.
 */
export async function recordSnapshot(tx: WriteDb, snapshot: Snapshot): Promise<number> {
	const { roundId, at, settled, actual } = snapshot;
	const { watermark } = await tx
		.insertInto('boardRound')
		.values({ roundId, watermark: 1, asOf: at, settled, actual })
		.onConflict((conflict) =>
			conflict.column('roundId').doUpdateSet({
				watermark: sql`board_round.watermark + 1`,
				asOf: at,
				settled,
				actual
			})
		)
		.returning('watermark')
		.executeTakeFirstOrThrow();
	await sql`select pg_notify('board', ${JSON.stringify({ roundId, watermark })})`.execute(tx);
	return watermark;
}
