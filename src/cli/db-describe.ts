import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { connect } from '#lib/server/db/client.ts';
import { describeSchema } from '#lib/server/db/describe-schema.server.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';
import {
	startTemporaryPostgres,
	WITHOUT_DURABILITY
} from '#lib/server/db/temporary-postgres.server.ts';
import type { Command } from './command.ts';
import { migrationsFolder, projectRoot } from './paths.ts';

const SCHEMA = path.join(migrationsFolder, 'schema.sql');
const TABLES = path.join(projectRoot, 'src/lib/server/db/tables.ts');

export const command: Command = {
	usage: 'db:describe',
	about: 'for developers: writes migrations/schema.sql and the row types from the migrations',
	async run() {
		const server = await startTemporaryPostgres(WITHOUT_DURABILITY);
		try {
			await migrateAndDescribe(server.url);
		} finally {
			await server.stop();
		}
		console.log(
			`written: ${path.relative(projectRoot, SCHEMA)}, ${path.relative(projectRoot, TABLES)}`
		);
		return 0;
	}
};

async function migrateAndDescribe(url: string): Promise<void> {
	const connections = connect({ url, max: 1 });
	try {
		await migrate(connections.write, migrationsFolder);
		await writeFile(SCHEMA, await describeSchema(connections.write));
	} finally {
		await connections.close();
	}
	writeRowTypes(url, TABLES);
}

/** Types of rows as the client gives them: instants and days as text, counts as numbers (db/client.ts). */
export function writeRowTypes(url: string, file: string): void {
	const types = {
		timestamptz: 'Instant',
		date: 'Day',
		int8: 'number',
		daterange: 'string',
		jsonb: 'ColumnType<Json, string, string>'
	};
	const kernel = '../../kernel/instant.ts';
	const imports = { Instant: `${kernel}#Instant`, Day: `${kernel}#Day` };
	const made = spawnSync(
		process.execPath,
		[
			path.join(projectRoot, 'node_modules/kysely-codegen/dist/cli/bin.js'),
			...['--dialect', 'postgres', '--url', url, '--camel-case', '--out-file', file],
			...['--exclude-pattern', 'kysely_*', '--date-parser', 'string', '--log-level', 'error'],
			...['--type-mapping', JSON.stringify(types), '--custom-imports', JSON.stringify(imports)]
		],
		{ cwd: projectRoot, encoding: 'utf8' }
	);
	if (made.status !== 0) throw new Error(`kysely-codegen: ${made.stderr || made.stdout}`);
}
