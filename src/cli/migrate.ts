import type { Command } from './command.ts';
import { openInstanceDatabase } from './instance-database.ts';
import { untilStopped } from './lifetime.ts';
import { migrationsFolder } from './paths.ts';
import { readConfig } from '#lib/server/config.ts';
import { connect } from '#lib/server/db/client.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';

export const command: Command = {
	usage: 'migrate [--json]',
	about: 'applies migrations that the database lacks',
	options: { json: { type: 'boolean' } },
	async run(args) {
		const database = await openInstanceDatabase(readConfig(), 'command');
		try {
			const applied = await untilStopped(applyTo(database.directUrl));
			if (args.options.json) console.log(JSON.stringify({ applied }));
			else if (applied.length === 0) console.log('nothing to apply');
			else for (const name of applied) console.log(`applied ${name}`);
			return 0;
		} finally {
			await database.close();
		}
	}
};

async function applyTo(url: string): Promise<readonly string[]> {
	const connections = connect({ url, max: 1 });
	try {
		return (await migrate(connections.write, migrationsFolder)).applied;
	} finally {
		await connections.close();
	}
}
