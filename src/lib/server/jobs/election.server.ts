import { sql } from 'kysely';
import type { WriteDb } from '../db/client.ts';

/**
 * Is this transaction the one that does the named work now? Among all processes at most one is, until its
 * transaction ends; the others go on without waiting.
 */
export async function tryElection(tx: WriteDb, work: string): Promise<boolean> {
	const { rows } = await sql<{ elected: boolean }>`
		select pg_try_advisory_xact_lock(hashtextextended(${`khoabang/${work}`}, 0)) as elected
	`.execute(tx);
	return rows[0]?.elected === true;
}
