import fs from 'node:fs';
import path from 'node:path';
import { writeAccess } from './access.ts';
import { CannotRun } from './command.ts';
import { migrationsFolder } from './paths.ts';
import { isDemo, loadDemo } from '#src/demo/load-demo.server.ts';
import { databaseClock } from '#lib/server/clock.ts';
import type { Config } from '#lib/server/config.ts';
import type { Connections } from '#lib/server/db/client.ts';
import { clearDatabase, isEmptyDatabase } from '#lib/server/db/empty-database.server.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';
import type { Door } from '#lib/server/door/run.server.ts';

/**
 * Loads the demo world into an empty database and keeps its ways in (access.json). A database that holds
 * something else is left alone. What an earlier start was killed in the middle of is begun again.
 */
export async function loadDemoWorld(door: Door, config: Config): Promise<void> {
	const { connections } = door;
	const unfinished = path.join(config.home, 'demo-unfinished');
	if (fs.existsSync(unfinished)) await beginAgain(connections, config);
	if (await isDemo(door)) return;
	if (!(await isEmptyDatabase(connections))) {
		console.error('the database is not empty: the demo world is not loaded');
		return;
	}
	fs.mkdirSync(config.home, { recursive: true });
	fs.writeFileSync(unfinished, '');
	const clock = databaseClock(connections.read);
	await clock.measure();
	console.log('Nạp dữ liệu mẫu (một lần):');
	const tell = (step: string) => console.log(`  ${step}`);
	writeAccess(config.home, await loadDemo(door, { at: clock.now(), tell }));
	fs.rmSync(unfinished);
}

/** Only in the database that came with the folder: with DATABASE_URL it may be another one by now. */
async function beginAgain(connections: Connections, config: Config): Promise<void> {
	if (config.databaseUrl !== undefined)
		throw new CannotRun(
			'loading the demo was cut off: empty that database, or give another in DATABASE_URL, and remove demo-unfinished from KHOABANG_HOME'
		);
	await clearDatabase(connections);
	await migrate(connections.write, migrationsFolder);
}
