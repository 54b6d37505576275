import { sql } from 'kysely';
import { isId } from '#lib/kernel/id.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { AttemptWindow, EndKind } from './attempt-window.ts';

/** One start of one person, with its recorded end, if it has one (see attemptStatus for what holds now). */
export interface Attempt {
	readonly id: string;
	readonly roundId: string;
	readonly contestCode: string;
	readonly personId: string;
	/** From 1; counts starts, void ones too. */
	readonly seq: number;
	/** Decides the paper; it never leaves the server. */
	readonly seed: Buffer;
	readonly receipt: string;
	readonly startedAt: Instant;
	readonly window: AttemptWindow;
	/** The multiplier of the duration it was started with. */
	readonly extraTime: readonly [number, number];
	readonly end: AttemptEnd | null;
}

export interface AttemptEnd {
	readonly kind: EndKind;
	/** submittedAt of a submitted attempt; the attempt's own end of an auto one. */
	readonly endedAt: Instant;
}

function attempts(db: ReadDb) {
	return db
		.selectFrom('attempt as a')
		.leftJoin('attemptEnd as e', 'e.attemptId', 'a.id')
		.select(['a.id', 'a.roundId', 'a.contestCode', 'a.personId', 'a.seq', 'a.seed', 'a.receipt'])
		.select(['a.startedAt', 'a.endsAt', 'a.allowanceMs', 'a.extraTimeN', 'a.extraTimeD'])
		.select(['e.endedAt', sql<EndKind | null>`e.kind`.as('endKind')]);
}

type AttemptRow = Awaited<ReturnType<ReturnType<typeof attempts>['execute']>>[number];

function attemptOf(row: AttemptRow): Attempt {
	const { endsAt, allowanceMs, extraTimeN, extraTimeD, endedAt, endKind, ...rest } = row;
	return {
		...rest,
		window: { endsAt, allowanceMs },
		extraTime: [extraTimeN, extraTimeD],
		end: endKind === null || endedAt === null ? null : { kind: endKind, endedAt }
	};
}

/** An attempt by its opaque id; any other text is no attempt. */
export async function findAttempt(db: ReadDb, id: string): Promise<Attempt | undefined> {
	if (!isId(id)) return undefined;
	const row = await attempts(db).where('a.id', '=', id).executeTakeFirst();
	return row && attemptOf(row);
}

export async function findAttemptByReceipt(
	db: ReadDb,
	receipt: string
): Promise<Attempt | undefined> {
	const row = await attempts(db).where('a.receipt', '=', receipt).executeTakeFirst();
	return row && attemptOf(row);
}

/** A person's attempts in a round, by seq. */
export async function listAttemptsOf(
	db: ReadDb,
	personId: string,
	roundId: string
): Promise<Attempt[]> {
	const rows = await attempts(db)
		.where('a.personId', '=', personId)
		.where('a.roundId', '=', roundId)
		.orderBy('a.seq')
		.execute();
	return rows.map(attemptOf);
}

/** All attempts of rounds, by id; for boards, results and statistics. */
export async function listAttemptsOfRounds(
	db: ReadDb,
	roundIds: readonly string[]
): Promise<Attempt[]> {
	if (roundIds.length === 0) return [];
	const rows = await attempts(db).where('a.roundId', 'in', roundIds).orderBy('a.id').execute();
	return rows.map(attemptOf);
}

/** Attempts by their ids, ordered by id; unknown ids are left out. */
export async function listAttempts(db: ReadDb, ids: readonly string[]): Promise<Attempt[]> {
	if (ids.length === 0) return [];
	const rows = await attempts(db)
		.where('a.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
		.orderBy('a.id')
		.execute();
	return rows.map(attemptOf);
}

/** The newest start or resume: saves of an older one no longer count. */
export async function getCurrentWriter(db: ReadDb, attemptId: string): Promise<number> {
	const row = await db
		.selectFrom('attemptWriter')
		.select((eb) => eb.fn.max('writer').as('writer'))
		.where('attemptId', '=', attemptId)
		.executeTakeFirstOrThrow();
	return row.writer;
}
