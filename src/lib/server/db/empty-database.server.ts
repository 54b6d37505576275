import { sql } from 'kysely';
import { findTableWithRows } from './catalog.server.ts';
import type { Connections } from './client.ts';

/** Holds no row of ours, whether it was migrated or not. */
export async function isEmptyDatabase(connections: Connections): Promise<boolean> {
	const client = await connections.pool.connect();
	try {
		return (await findTableWithRows(client)) === undefined;
	} finally {
		client.release();
	}
}

/** Throws away everything. Only for what we made ourselves and did not finish. */
export async function clearDatabase({ write }: Connections): Promise<void> {
	await sql`drop schema public cascade`.execute(write);
	await sql`create schema public`.execute(write);
}
