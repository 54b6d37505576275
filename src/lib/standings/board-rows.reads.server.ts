import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { UnitFlag } from './collective.ts';

/** A person's row as the board keeps it. */
export interface StoredRow {
	readonly personId: string;
	readonly unitKey: string;
	readonly groupId: string | null;
	readonly attemptId: string;
	readonly score: number;
	readonly elapsed: number;
	readonly submittedAt: Instant;
	readonly startedAt: Instant;
	readonly firstSubmittedAt: Instant;
	readonly registeredAt: Instant;
	readonly attempts: number;
	readonly perfect: number;
	/** Some valid attempt, selected or not, is at full marks. */
	readonly hasFull: boolean;
	readonly prediction: number | null;
	readonly predictionError: number | null;
	readonly sortKey: Buffer;
}

const columns = [
	'personId',
	'unitKey',
	'groupId',
	'attemptId',
	'score',
	'elapsed',
	'submittedAt',
	'startedAt',
	'firstSubmittedAt',
	'registeredAt',
	'attempts',
	'perfect',
	'hasFull',
	'prediction',
	'predictionError',
	'sortKey'
] as const;

/** Which rows of a round: of one group (null: everyone, merged), in one of these units (null: anywhere). */
export interface RowsWanted {
	readonly roundId: string;
	readonly group: string | null;
	readonly unitKeys: readonly string[] | null;
}

/** A page of rows in the order of the board. */
export async function listRows(
	db: ReadDb,
	wanted: RowsWanted & { readonly offset: number; readonly limit: number }
): Promise<StoredRow[]> {
	const { roundId, group, unitKeys, offset, limit } = wanted;
	return await db
		.selectFrom('boardPerson')
		.select(columns)
		.where('roundId', '=', roundId)
		.$if(group !== null, (query) => query.where('groupId', '=', group))
		.$if(unitKeys !== null, (query) =>
			query.where('unitKey', '=', sql<string>`any(${[...(unitKeys ?? [])]})`)
		)
		.orderBy('sortKey')
		.orderBy('personId')
		.offset(offset)
		.limit(limit)
		.execute();
}

/** All rows of a round, in no order: to settle it. */
export async function listAllRows(db: ReadDb, roundId: string): Promise<StoredRow[]> {
	return await db
		.selectFrom('boardPerson')
		.select(columns)
		.where('roundId', '=', roundId)
		.execute();
}

export async function findRow(
	db: ReadDb,
	roundId: string,
	personId: string
): Promise<StoredRow | undefined> {
	return await db
		.selectFrom('boardPerson')
		.select(columns)
		.where('roundId', '=', roundId)
		.where('personId', '=', personId)
		.executeTakeFirst();
}

/** The competition rank of each row in its board: one more than the rows strictly better; by person id. */
export async function listRanks(
	db: ReadDb,
	board: Omit<RowsWanted, 'unitKeys'>,
	rows: readonly StoredRow[]
): Promise<Map<string, number>> {
	const keys = [...new Map(rows.map((row) => [row.sortKey.toString('hex'), row.sortKey]))];
	const { rows: counted } = await sql<{ key: string; better: number }>`
		select k.key, (
			select count(*) from board_person b
			where b.round_id = ${board.roundId} and b.sort_key < decode(k.key, 'hex')
				and (${board.group}::text is null or b.group_id = ${board.group})
		) as better
		from unnest(${keys.map(([hex]) => hex)}::text[]) as k(key)
	`.execute(db);
	const better = new Map(counted.map((row) => [row.key, row.better]));
	return new Map(
		rows.map((row) => [row.personId, 1 + (better.get(row.sortKey.toString('hex')) ?? 0)])
	);
}

export interface StoredUnit {
	readonly unitKey: string;
	readonly league: string | null;
	readonly rank: number | null;
	readonly participants: number;
	readonly attempts: number;
	readonly headcount: number | null;
	readonly valueN: string | null;
	readonly valueD: string | null;
	readonly flags: readonly UnitFlag[];
}

/** A page of ranked units, in the order of the board; of these units only, where given. */
export async function listUnitRows(
	db: ReadDb,
	wanted: {
		readonly roundId: string;
		readonly unitKeys: readonly string[] | null;
		readonly offset: number;
		readonly limit: number;
	}
): Promise<StoredUnit[]> {
	const { roundId, unitKeys, offset, limit } = wanted;
	return await db
		.selectFrom('boardUnit')
		.select(['unitKey', 'league', 'rank', 'participants', 'attempts', 'headcount'])
		.select(['valueN', 'valueD', sql<UnitFlag[]>`flags`.as('flags')])
		.where('roundId', '=', roundId)
		.$if(unitKeys !== null, (query) =>
			query.where('unitKey', '=', sql<string>`any(${[...(unitKeys ?? [])]})`)
		)
		.orderBy('position')
		.offset(offset)
		.limit(limit)
		.execute();
}
