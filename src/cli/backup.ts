import path from 'node:path';
import type { Command } from './command.ts';
import { withInstanceDatabase } from './instance-database.ts';
import { checkWritable } from './output-file.ts';
import { systemNow } from '#lib/server/clock.ts';
import { writeBackup } from '#lib/server/db/backup.server.ts';

export const command: Command = {
	usage: 'backup FILE [--json]',
	about: 'writes one consistent snapshot of the database, while it is in use',
	options: { json: { type: 'boolean' } },
	positionals: [1, 1],
	async run({ positionals: [file = ''], options }) {
		checkWritable(file);
		const summary = await withInstanceDatabase((connections) =>
			writeBackup(connections, path.resolve(file), systemNow())
		);
		if (options.json) console.log(JSON.stringify(summary));
		else console.log(`${file}: ${summary.rows} rows of ${summary.tables} tables`);
		return 0;
	}
};
