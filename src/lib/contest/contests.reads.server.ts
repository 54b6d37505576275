import { sql } from 'kysely';
import { isId } from '#lib/kernel/id.ts';
import { addMs, type Day, type Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { ContestDefinition, RoundKind } from './definition.ts';

/** A contest as stored: its whole definition, and when it was imported and frozen. */
export interface Contest {
	readonly code: string;
	readonly title: string;
	readonly organiserKey: string;
	readonly bankCode: string;
	readonly planCode: string | null;
	readonly headcountAsOf: Day;
	readonly importedAt: Instant;
	/** The first attempt; null: the rules may still change. */
	readonly rulesFrozenAt: Instant | null;
	readonly definition: ContestDefinition;
}

export interface Round {
	readonly id: string;
	readonly contestCode: string;
	/** Its id in the contest's file, which rules and bundles use. */
	readonly key: string;
	readonly title: string;
	readonly kind: RoundKind;
	readonly opensAt: Instant;
	readonly closesAt: Instant;
}

/** A round with the contest it belongs to: all that taking, boards and results ask. */
export interface RoundOfContest extends Round {
	readonly contest: Contest;
}

function contests(db: ReadDb) {
	return db
		.selectFrom('contest as c')
		.leftJoin('rulesFreeze as f', 'f.contestCode', 'c.code')
		.select([
			'c.code',
			'c.title',
			'c.organiserKey',
			'c.bankCode',
			'c.planCode',
			'c.headcountAsOf',
			'c.importedAt',
			'f.frozenAt as rulesFrozenAt',
			sql<ContestDefinition>`c.definition`.as('definition')
		]);
}

function rounds(db: ReadDb) {
	return db
		.selectFrom('round')
		.select(['id', 'contestCode', 'key', 'title', 'opensAt', 'closesAt'])
		.select(sql<RoundKind>`kind`.as('kind'));
}

export async function findContest(db: ReadDb, code: string): Promise<Contest | undefined> {
	return await contests(db).where('c.code', '=', code).executeTakeFirst();
}

export async function getContest(db: ReadDb, code: string): Promise<Contest> {
	return await contests(db).where('c.code', '=', code).executeTakeFirstOrThrow();
}

/** All contests, newest first (by the last closing of their rounds), then by code. */
export async function listContests(db: ReadDb): Promise<Contest[]> {
	return await contests(db)
		.orderBy(
			(eb) =>
				eb
					.selectFrom('round as r')
					.select((of) => of.fn.max('r.closesAt').as('last'))
					.whereRef('r.contestCode', '=', 'c.code'),
			'desc'
		)
		.orderBy('c.code')
		.execute();
}

/** Rounds of a contest in declared order. */
export async function listRounds(db: ReadDb, contestCode: string): Promise<Round[]> {
	return await rounds(db).where('contestCode', '=', contestCode).orderBy('position').execute();
}

/** Rounds of several contests, by contest, in declared order. */
export async function listRoundsOf(db: ReadDb, contestCodes: readonly string[]): Promise<Round[]> {
	if (contestCodes.length === 0) return [];
	return await rounds(db)
		.where('contestCode', 'in', contestCodes)
		.orderBy('contestCode')
		.orderBy('position')
		.execute();
}

const A_DAY_MS = 86_400_000;

/** A round by its opaque id, with its contest and rules; any other text is no round. */
export async function findRound(db: ReadDb, id: string): Promise<RoundOfContest | undefined> {
	if (!isId(id)) return undefined;
	const round = await rounds(db).where('id', '=', id).executeTakeFirst();
	if (round === undefined) return undefined;
	return { ...round, contest: await getContest(db, round.contestCode) };
}

/** A round by its key in the contest's file. */
export async function findRoundByKey(
	db: ReadDb,
	contestCode: string,
	key: string
): Promise<RoundOfContest | undefined> {
	const round = await rounds(db)
		.where('contestCode', '=', contestCode)
		.where('key', '=', key)
		.executeTakeFirst();
	if (round === undefined) return undefined;
	return { ...round, contest: await getContest(db, contestCode) };
}

/** Contests that people may still enter: not imported and closed for more than a day, by code. */
export async function listContestsTakingEntries(db: ReadDb, at: Instant): Promise<Contest[]> {
	return await contests(db)
		.where((eb) =>
			eb.or([
				eb('c.importedAt', '>', addMs(at, -A_DAY_MS)),
				eb.exists(
					eb
						.selectFrom('round as r')
						.select('r.id')
						.whereRef('r.contestCode', '=', 'c.code')
						.where('r.closesAt', '>', addMs(at, -A_DAY_MS))
				)
			])
		)
		.orderBy('c.code')
		.execute();
}
