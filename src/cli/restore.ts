import fs from 'node:fs';
import path from 'node:path';
import { CannotRun, type Command } from './command.ts';
import { withInstanceDatabase } from './instance-database.ts';
import { migrationsFolder } from './paths.ts';
import { CannotRestore, restoreBackup } from '#lib/server/db/restore.server.ts';

export const command: Command = {
	usage: 'restore FILE [--json]',
	about: 'loads a backup into an empty database and migrates it forward',
	options: { json: { type: 'boolean' } },
	positionals: [1, 1],
	async run({ positionals: [file = ''], options }) {
		if (!fs.existsSync(file)) throw new CannotRun(`${file}:1: there is no such file`);
		const restoring = { file: path.resolve(file), migrations: migrationsFolder };
		const summary = await withInstanceDatabase((connections) =>
			restoreBackup(connections, restoring).catch((error: unknown) => {
				throw error instanceof CannotRestore ? new CannotRun(`${file}:1: ${error.message}`) : error;
			})
		);
		if (options.json) console.log(JSON.stringify(summary));
		else
			console.log(
				`restored ${summary.rows} rows of ${summary.tables} tables; cards and tokens hold only with the same KHOABANG_SECRET`
			);
		return 0;
	}
};
