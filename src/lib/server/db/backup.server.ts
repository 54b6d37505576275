import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { PoolClient } from 'pg';
import { BACKUP_FORMAT, type Manifest, type Row, type TableHead } from './backup-format.ts';
import {
	listAppliedMigrations,
	listColumns,
	listIdentities,
	listTables,
	quoted
} from './catalog.server.ts';
import type { Connections } from './client.ts';

export interface BackupSummary {
	readonly tables: number;
	readonly rows: number;
}

const AT_ONCE = 2_000;

/**
 * Writes one consistent snapshot: all of it is read in one repeatable-read transaction, while others go on
 * writing. The file appears under its name only when it is whole, readable by its owner alone.
 */
export async function writeBackup(
	connections: Connections,
	file: string,
	takenAt: string
): Promise<BackupSummary> {
	const client = await connections.pool.connect();
	const counted = { tables: 0, rows: 0 };
	const beside = `${file}.new`;
	try {
		await beginSnapshot(client);
		const lines = Readable.from(linesOf(client, takenAt, counted));
		await pipeline(lines, createGzip({ level: 9 }), createWriteStream(beside, { mode: 0o600 }));
		await rename(beside, file);
		return counted;
	} finally {
		await rm(beside, { force: true });
		await client.query('rollback').catch(() => undefined);
		client.release();
	}
}

/** Text of a value depends on these settings; set here, so that every server writes the same. */
async function beginSnapshot(client: PoolClient): Promise<void> {
	await client.query('begin transaction isolation level repeatable read read only');
	await client.query(`set local timezone = 'UTC'`);
	await client.query(`set local datestyle = 'ISO, YMD'`);
	await client.query(`set local bytea_output = 'hex'`);
	await client.query(`set local intervalstyle = 'iso_8601'`);
}

async function* linesOf(
	client: PoolClient,
	takenAt: string,
	counted: { tables: number; rows: number }
): AsyncGenerator<string> {
	const manifest: Manifest = {
		format: BACKUP_FORMAT,
		takenAt,
		migrations: await listAppliedMigrations(client),
		identities: await listIdentities(client)
	};
	yield line(manifest);
	for (const table of await listTables(client)) {
		const columns = (await listColumns(client, table)).map(({ name }) => name);
		counted.tables += 1;
		yield line({ table, columns } satisfies TableHead);
		for await (const rows of rowsOf(client, { table, columns })) {
			counted.rows += rows.length;
			yield rows.map(line).join('');
		}
	}
}

async function* rowsOf(client: PoolClient, { table, columns }: TableHead): AsyncGenerator<Row[]> {
	const texts = columns.map((name) => `${quoted(name)}::text`).join(', ');
	await client.query(`declare all_rows cursor for select ${texts} from ${quoted(table)}`);
	for (;;) {
		const { rows } = await client.query<(string | null)[]>({
			text: `fetch ${AT_ONCE} from all_rows`,
			rowMode: 'array'
		});
		if (rows.length === 0) break;
		yield rows;
	}
	await client.query('close all_rows');
}

function line(value: Manifest | TableHead | Row): string {
	return `${JSON.stringify(value)}\n`;
}
