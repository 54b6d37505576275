import type { Command } from './command.ts';
import { withInstanceDatabase } from './instance-database.ts';
import { migrationsFolder } from './paths.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';

export const command: Command = {
	usage: 'migrate [--json]',
	about: 'applies migrations that the database lacks',
	options: { json: { type: 'boolean' } },
	async run({ options }) {
		const { applied } = await withInstanceDatabase(({ write }) => migrate(write, migrationsFolder));
		if (options.json) console.log(JSON.stringify({ applied }));
		else if (applied.length === 0) console.log('nothing to apply');
		else for (const name of applied) console.log(`applied ${name}`);
		return 0;
	}
};
