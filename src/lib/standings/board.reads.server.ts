import { sql } from 'kysely';
import { addMs, type Day, type Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { IN_FLIGHT_MS } from '#lib/taking/attempt-window.ts';
import type { UnitTree } from '#lib/units/unit.ts';

/** Whose boards are folded: entries of these people, with what ranking asks of them. */
export interface RankedEntry {
	readonly personId: string;
	readonly unitKey: string;
	readonly groupId: string | null;
	readonly registeredAt: Instant;
}

/** Entries of these people that stand for a unit, by person. */
export async function listEntriesOf(
	db: ReadDb,
	contestCode: string,
	personIds: readonly string[]
): Promise<RankedEntry[]> {
	const { rows } = await sql<RankedEntry>`
		select person_id, unit_key, group_id, registered_at from entry
		where contest_code = ${contestCode} and person_id = any(${[...personIds]}::uuid[])
			and unit_key is not null
		order by person_id
	`.execute(db);
	return rows;
}

/** Ids of all attempts of these people in a contest, by id. */
export async function listAttemptIds(
	db: ReadDb,
	contestCode: string,
	personIds: readonly string[]
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from attempt
		where contest_code = ${contestCode} and person_id = any(${[...personIds]}::uuid[])
		order by id
	`.execute(db);
	return rows.map(({ id }) => id);
}

/**
 * Does some attempt of the round still run at `at`? Then nothing of it is settled. By time alone: an attempt
 * past its end, the allowance and what its last saves may take to the disk is over, whether or not the sweeper
 * has been there.
 */
export async function isRoundRunning(db: ReadDb, roundId: string, at: Instant): Promise<boolean> {
	const found = await db
		.selectFrom('attemptDue as d')
		.innerJoin('attempt as a', 'a.id', 'd.attemptId')
		.select('a.id')
		.where('a.roundId', '=', roundId)
		.where('d.dueAt', '>', addMs(at, -IN_FLIGHT_MS))
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}

/** People with an attempt of these rounds whose end is not recorded yet. */
export async function listUnswept(db: ReadDb, roundIds: readonly string[]): Promise<string[]> {
	if (roundIds.length === 0) return [];
	const rows = await db
		.selectFrom('attemptDue as d')
		.innerJoin('attempt as a', 'a.id', 'd.attemptId')
		.select('a.personId')
		.distinct()
		.where('a.roundId', 'in', roundIds)
		.execute();
	return rows.map(({ personId }) => personId);
}

export interface BoardRound {
	readonly roundId: string;
	readonly watermark: number;
	readonly asOf: Instant;
	/** The round is closed and nothing of it runs: the whole chain applies. */
	readonly settled: boolean;
	readonly actual: number | null;
}

export async function findBoard(db: ReadDb, roundId: string): Promise<BoardRound | undefined> {
	return await db
		.selectFrom('boardRound')
		.select(['roundId', 'watermark', 'asOf', 'settled', 'actual'])
		.where('roundId', '=', roundId)
		.executeTakeFirst();
}

/** Rounds with a board that have closed by `at` and are not settled, by contest. */
export async function listUnsettled(
	db: ReadDb,
	at: Instant
): Promise<{ readonly roundId: string; readonly contestCode: string }[]> {
	return await db
		.selectFrom('boardRound as b')
		.innerJoin('round as r', 'r.id', 'b.roundId')
		.select(['b.roundId', 'r.contestCode'])
		.where('b.settled', '=', false)
		.where('r.closesAt', '<=', at)
		.orderBy('r.contestCode')
		.orderBy('b.roundId')
		.execute();
}

/** What the leaf units' people did over several rounds: each person once. */
export async function listLeafTallies(db: ReadDb, roundIds: readonly string[]) {
	const { rows } = await sql<{ personId: string; unitId: string; attempts: number; score: number }>`
		select person_id, unit_key as unit_id, sum(attempts) as attempts, sum(score) as score
		from board_person where round_id = any(${[...roundIds]}::uuid[])
		group by person_id, unit_key
	`.execute(db);
	return rows;
}

/** Which of these rounds have a board, by id. */
export async function listBoardRounds(
	db: ReadDb,
	roundIds: readonly string[]
): Promise<BoardRound[]> {
	if (roundIds.length === 0) return [];
	return await db
		.selectFrom('boardRound')
		.select(['roundId', 'watermark', 'asOf', 'settled', 'actual'])
		.where('roundId', 'in', roundIds)
		.orderBy('roundId')
		.execute();
}

/** The parent of each unit in one tree on a day; units without one are left out. */
export async function listParents(
	db: ReadDb,
	{
		keys,
		tree,
		on
	}: { readonly keys: readonly string[]; readonly tree: UnitTree; readonly on: Day }
): Promise<Map<string, string>> {
	const { rows } = await sql<{ childKey: string; parentKey: string }>`
		select child_key, parent_key from unit_edge
		where child_key = any(${[...keys]}) and tree = ${tree} and ${on}::date <@ valid
	`.execute(db);
	return new Map(rows.map(({ childKey, parentKey }) => [childKey, parentKey]));
}
