import { sql } from 'kysely';
import pg from 'pg';
import type { Database } from './client.ts';

/** WITHOUT OVERLAPS, PERIOD and uuidv7() came with it (docs/adr). */
export const OLDEST_SERVER = 18;

/** The server's major version; throws the driver's error when it does not answer within ten seconds. */
export async function findServerVersion(url: string): Promise<number> {
	const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
	client.on('error', () => undefined);
	try {
		await client.connect();
		const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
		return Math.floor(Number(rows[0]?.server_version_num) / 10_000);
	} finally {
		await client.end().catch(() => undefined);
	}
}

/** One of the server's settings, as `show` prints it. */
export async function settingOf(db: Database, name: string): Promise<string> {
	const { rows } = await sql<{ value: string }>`
		select current_setting(${name}) as value
	`.execute(db);
	return rows[0]?.value ?? '';
}
