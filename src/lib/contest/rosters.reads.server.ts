import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { getContestSecret } from './secrets.reads.server.ts';

/** The roster of a contest as it was committed to (contract §4.8). */
export interface RosterFreeze {
	readonly contestCode: string;
	/** sha256 hex of the public ids in code-unit order, each followed by LF. */
	readonly rosterHash: string;
	readonly people: number;
	readonly frozenAt: Instant;
}

/** `undefined` before the contest's first round has opened. */
export async function findRosterFreeze(
	db: ReadDb,
	contestCode: string
): Promise<RosterFreeze | undefined> {
	return await db
		.selectFrom('rosterFreeze')
		.select(['contestCode', 'rosterHash', 'people', 'frozenAt'])
		.where('contestCode', '=', contestCode)
		.executeTakeFirst();
}

/** Hash and size of the roster of those who were registered by an instant, as the database holds it now. */
export async function hashRoster(
	db: ReadDb,
	contestCode: string,
	registeredBy: Instant
): Promise<Pick<RosterFreeze, 'rosterHash' | 'people'>> {
	const { rows } = await sql<Pick<RosterFreeze, 'rosterHash' | 'people'>>`
		select count(*)::int as people, encode(sha256(convert_to(
			coalesce(string_agg(public_id || e'\\n', '' order by public_id collate "C"), ''), 'UTF8'
		)), 'hex') as roster_hash
		from entry where contest_code = ${contestCode} and registered_at <= ${registeredBy}
	`.execute(db);
	return rows[0] as Pick<RosterFreeze, 'rosterHash' | 'people'>;
}

/** What anybody may check public ids by. */
export interface PublicIdsShown {
	/** sha256 hex of the secret that makes them, public from the import on. */
	readonly commitment: string;
	/** null until the contest's first round has opened. */
	readonly rosterHash: string | null;
}

export async function getPublicIdsShown(db: ReadDb, contestCode: string): Promise<PublicIdsShown> {
	const { commitment } = await getContestSecret(db, contestCode);
	const frozen = await findRosterFreeze(db, contestCode);
	return { commitment, rosterHash: frozen?.rosterHash ?? null };
}
