import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { BACKUP_FORMAT, type Manifest, type Row, type TableHead } from './backup-format.ts';
import {
	findTableWithRows,
	listAppliedMigrations,
	listColumns,
	pointsToItself,
	quoted
} from './catalog.server.ts';
import type { BackupSummary } from './backup.server.ts';
import type { Connections } from './client.ts';
import { migrate, migrateTo } from './migrate.server.ts';

/** Why a file was not restored, in a sentence for the operator. Nothing was written. */
export class CannotRestore extends Error {}

export interface RestoreOptions {
	readonly file: string;
	/** The folder of the numbered migrations. */
	readonly migrations: string;
}

/**
 * Loads a backup into a database without rows: migrates to the backup's own version, loads all rows in one
 * transaction, then migrates forward to this version.
 */
export async function restoreBackup(
	connections: Connections,
	{ file, migrations }: RestoreOptions
): Promise<BackupSummary> {
	const lines = linesOf(file);
	const client = await connections.pool.connect();
	try {
		const manifest = await readManifest(lines);
		await refuseUnlessEmpty(client, manifest);
		const last = manifest.migrations.at(-1);
		if (last !== undefined) await migrateTo(connections.write, migrations, last);
		const summary = await loadAll(client, lines, manifest);
		await migrate(connections.write, migrations);
		return summary;
	} finally {
		client.release();
		await lines.return(undefined);
	}
}

type Lines = AsyncGenerator<string>;

async function* linesOf(file: string): Lines {
	let rest = '';
	const input = createReadStream(file);
	const unzipped = input.pipe(createGunzip()).setEncoding('utf8');
	input.on('error', (error) => unzipped.destroy(error));
	for await (const chunk of unzipped) {
		const lines = (rest + String(chunk)).split('\n');
		rest = lines.pop() as string;
		yield* lines;
	}
	if (rest !== '') yield rest;
}

async function readManifest(lines: Lines): Promise<Manifest> {
	const first = await nextLine(lines).catch((error: unknown) => {
		throw new CannotRestore(`cannot be read as a backup (${String(error)})`);
	});
	const manifest = first === undefined ? undefined : (JSON.parse(first) as Manifest);
	if (manifest?.format !== BACKUP_FORMAT)
		throw new CannotRestore(`is not a backup of the kind ${BACKUP_FORMAT}`);
	return manifest;
}

async function nextLine(lines: Lines): Promise<string | undefined> {
	const next = await lines.next();
	return next.done ? undefined : next.value;
}

async function refuseUnlessEmpty(client: PoolClient, manifest: Manifest): Promise<void> {
	const applied = await listAppliedMigrations(client);
	const ahead = applied.filter((name) => !manifest.migrations.includes(name));
	if (ahead.length > 0)
		throw new CannotRestore(
			`is of an older version than this database (which has ${ahead[0]}): restore into a new database`
		);
	const used = await findTableWithRows(client);
	if (used !== undefined)
		throw new CannotRestore(`needs an empty database: table ${used} has rows here`);
}

async function loadAll(
	client: PoolClient,
	lines: Lines,
	manifest: Manifest
): Promise<BackupSummary> {
	await client.query('begin');
	try {
		// Tables come in their order, so nothing needs to wait; waiting checks would block "alter table".
		await client.query('set constraints all immediate');
		const summary = await loadTables(client, lines);
		for (const { table, column, next } of manifest.identities)
			await client.query('select setval(pg_get_serial_sequence($1, $2), $3::bigint, false)', [
				table,
				column,
				next
			]);
		await client.query('commit');
		return summary;
	} catch (error) {
		await client.query('rollback').catch(() => undefined);
		throw error;
	}
}

const AT_ONCE = 2_000;

async function loadTables(client: PoolClient, lines: Lines): Promise<BackupSummary> {
	const summary = { tables: 0, rows: 0 };
	let loader: Loader | undefined;
	for (let text = await nextLine(lines); text !== undefined; text = await nextLine(lines)) {
		const value = JSON.parse(text) as TableHead | Row;
		if ('table' in value) {
			await loader?.finish();
			loader = await loaderOf(client, value);
			summary.tables += 1;
		} else {
			await loader?.add(value);
			summary.rows += 1;
		}
	}
	await loader?.finish();
	return summary;
}

interface Loader {
	add(row: Row): Promise<void>;
	finish(): Promise<void>;
}

/** Rows that point to rows of their own table go in by one statement, whose keys are checked at its end. */
async function loaderOf(client: PoolClient, head: TableHead): Promise<Loader> {
	const insert = await insertOf(client, head);
	const atOnce = (await pointsToItself(client, head.table)) ? Infinity : AT_ONCE;
	const triggers = (state: 'enable' | 'disable') =>
		client.query(`alter table ${quoted(head.table)} ${state} trigger user`);
	await triggers('disable'); // what was refused or written then is in the backup already
	let rows: Row[] = [];
	const flush = async () => {
		const columns = head.columns.map((_, place) => rows.map((row) => row[place]));
		if (rows.length > 0) await client.query(insert, columns);
		rows = [];
	};
	return {
		async add(row) {
			rows.push(row);
			if (rows.length >= atOnce) await flush();
		},
		async finish() {
			await flush();
			await triggers('enable');
		}
	};
}

async function insertOf(client: PoolClient, { table, columns }: TableHead): Promise<string> {
	const types = new Map((await listColumns(client, table)).map(({ name, type }) => [name, type]));
	const names = columns.map(quoted);
	const values = columns.map((name, place) => `c${place}::${types.get(name) ?? 'text'}`);
	const arrays = columns.map((_, place) => `$${place + 1}::text[]`);
	const aliases = columns.map((_, place) => `c${place}`);
	return `insert into ${quoted(table)} (${names.join(', ')}) overriding system value
		select ${values.join(', ')} from unnest(${arrays.join(', ')}) as rows (${aliases.join(', ')})`;
}
