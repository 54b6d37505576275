import { loadDemoWorld } from './demo.ts';
import type { InstanceDatabase } from './instance-database.ts';
import { instanceSecret } from './instance-secret.ts';
import { migrationsFolder } from './paths.ts';
import { COMMAND_LANGUAGE } from './run-command.ts';
import { isDemo } from '#src/demo/load-demo.server.ts';
import { operator } from '#lib/identity/actor.ts';
import { viewOpening } from '#lib/people/view-opening.server.ts';
import { databaseClock } from '#lib/server/clock.ts';
import { instanceKeys, type Config } from '#lib/server/config.ts';
import { connect } from '#lib/server/db/client.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';
import { runView, type Door } from '#lib/server/door/run.server.ts';
import { createLog } from '#lib/server/log.ts';
import { realRandom } from '#lib/server/random.ts';

export interface Prepared {
	/** The demo world is in this database, for good. */
	readonly demo: boolean;
	/** Somebody can sign in and make further accounts. */
	readonly administrator: boolean;
}

/**
 * Everything before the first request: the database is migrated, the demo is in it when asked for, and the
 * settings that the web app reads (config.ts) are in the environment.
 */
export async function prepareInstance(
	config: Config,
	database: InstanceDatabase,
	options: { readonly demo: boolean }
): Promise<Prepared> {
	const secret = instanceSecret(config);
	const connections = connect({ url: database.directUrl, max: 4 });
	try {
		await migrate(connections.write, migrationsFolder);
		const log = createLog(config.logLevel);
		const door = { connections, random: realRandom, keys: instanceKeys(secret), log };
		if (options.demo) await loadDemoWorld(door, config);
		publishSettings(database, secret);
		return { demo: await isDemo(door), administrator: await hasAdministrator(door) };
	} finally {
		await connections.close();
	}
}

async function hasAdministrator(door: Door): Promise<boolean> {
	const clock = databaseClock(door.connections.read);
	await clock.measure();
	const caller = { actor: operator, at: clock.now(), language: COMMAND_LANGUAGE } as const;
	const opening = await runView(door, caller, viewOpening, undefined);
	return opening.ok && opening.value.administrator;
}

function publishSettings(database: InstanceDatabase, secret: string): void {
	process.env.DATABASE_URL = database.url;
	process.env.DATABASE_DIRECT_URL = database.directUrl;
	process.env.KHOABANG_SECRET = secret;
}
