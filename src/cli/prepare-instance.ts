import { loadDemoWorld } from './demo.ts';
import { openInstanceDatabase, type InstanceDatabase } from './instance-database.ts';
import { instanceSecret } from './instance-secret.ts';
import { migrationsFolder } from './paths.ts';
import type { Config } from '#lib/server/config.ts';
import { connect } from '#lib/server/db/client.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';

export interface PrepareOptions {
	readonly demo: boolean;
}

/**
 * Everything before the first request: the database is up and migrated, the demo is in it when asked for,
 * and the settings that the web app reads (config.ts) are in the environment.
 */
export async function prepareInstance(
	config: Config,
	options: PrepareOptions
): Promise<InstanceDatabase> {
	const database = await openInstanceDatabase(config, 'serve');
	try {
		const secret = instanceSecret(config);
		const connections = connect({ url: database.directUrl, max: 4 });
		try {
			await migrate(connections.write, migrationsFolder);
			if (options.demo) await loadDemoWorld(connections, config, secret);
		} finally {
			await connections.close();
		}
		publishSettings(database, secret);
		return database;
	} catch (error) {
		await database.close();
		throw error;
	}
}

function publishSettings(database: InstanceDatabase, secret: string): void {
	process.env.DATABASE_URL = database.url;
	process.env.DATABASE_DIRECT_URL = database.directUrl;
	process.env.KHOABANG_SECRET = secret;
}
