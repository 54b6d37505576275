import { sql } from 'kysely';
import { CannotRun } from './command.ts';
import { writeAccess } from './access.ts';
import { migrationsFolder } from './paths.ts';
import { databaseClock } from '#lib/server/clock.ts';
import { instanceKeys, type Config } from '#lib/server/config.ts';
import type { Connections } from '#lib/server/db/client.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { findInstanceFact, recordInstanceFact } from '#lib/server/instance.server.ts';
import { createLog } from '#lib/server/log.ts';
import { realRandom } from '#lib/server/random.ts';
import { loadDemo } from '#src/demo/load-demo.server.ts';

/**
 * Loads the demo world into an empty database and keeps its ways in. A start that was killed in the middle
 * is begun anew: what it had loaded was all of our own making.
 */
export async function loadDemoWorld(
	connections: Connections,
	config: Config,
	secret: string
): Promise<void> {
	if ((await findInstanceFact(connections.read, 'demo')) !== undefined) return;
	if ((await findInstanceFact(connections.read, 'demo-loading')) !== undefined)
		await emptyAgain(connections);
	else if (!(await isEmpty(connections)))
		throw new CannotRun(
			'--demo loads the demo world into an empty database, and this one holds data: leave --demo out, or use another database'
		);
	const clock = databaseClock(connections.read);
	await clock.measure();
	const at = clock.now();
	await connections.write
		.transaction()
		.execute((tx) => recordInstanceFact(tx, { key: 'demo-loading', value: '1', at }));
	const log = createLog(config.logLevel);
	const door: Door = { connections, random: realRandom, keys: instanceKeys(secret), log };
	console.error('loading the demo world (once):');
	writeAccess(
		config.home,
		await loadDemo(door, { at, tell: (step) => console.error(`  ${step}`) })
	);
}

async function isEmpty(connections: Connections): Promise<boolean> {
	const { rows } = await sql<{ used: boolean }>`
		select exists (select from unit) or exists (select from account) as used
	`.execute(connections.read);
	return rows[0]?.used === false;
}

async function emptyAgain(connections: Connections): Promise<void> {
	await sql`drop schema public cascade`.execute(connections.write);
	await sql`create schema public`.execute(connections.write);
	await migrate(connections.write, migrationsFolder);
}
