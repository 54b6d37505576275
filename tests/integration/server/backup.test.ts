import fs from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { writeBackup } from '#lib/server/db/backup.server.ts';
import { connect, type Connections } from '#lib/server/db/client.ts';
import { describeSchema } from '#lib/server/db/describe-schema.server.ts';
import { restoreBackup } from '#lib/server/db/restore.server.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';
import { dropDatabase, emptyDatabase, freshDatabase } from '#tests/support/database.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

const migrations = path.resolve('migrations');
const folder = temporaryFolder('khoabang-backup-');
const source = await freshDatabase();
afterAll(async () => {
	await source.close();
	fs.rmSync(folder, { recursive: true, force: true });
});

/** Rows of every awkward kind: text with line ends and quotes, dates, ranges, arrays, jsonb, identities, nulls. */
async function fill({ write }: Connections): Promise<void> {
	await sql`
		insert into unit (key, kind, code, levels, opened, closed) values
			('hai-phong', 'province', '31', '{}', '2000-01-01', null),
			('kien-an', 'district', null, '{}', '2000-01-01', '2025-07-01'),
			('thcs-bac-son', 'school', null, '{thcs,thpt}', '2001-02-03', null)
	`.execute(write);
	await sql`
		insert into unit_name (unit_key, name, valid_from, valid_to) values
			('kien-an', ${'Quận "Kiến An"\\\n\tđường 1\\N'}, '2000-01-01', '2025-07-01')
	`.execute(write);
	await sql`
		insert into unit_edge (child_key, parent_key, tree, valid_from, valid_to) values
			('kien-an', 'hai-phong', 'admin', '2000-01-01', '2025-07-01')
	`.execute(write);
	await sql`
		insert into audit_entry (at, actor_kind, act, about) values
			('2026-10-01T00:00:00.123Z', 'operator', 'importUnits', '{"a":"dòng\\n2"}'),
			('2026-10-02T00:00:00.000Z', 'operator', 'importUnits', '{}')
	`.execute(write);
}

async function restoredCopy(file: string): Promise<{ url: string; connections: Connections }> {
	const url = await emptyDatabase();
	const connections = connect({ url, max: 2 });
	await restoreBackup(connections, { file, migrations });
	return { url, connections };
}

async function rowsOf({ write }: Connections, table: string): Promise<unknown[]> {
	const { rows } = await sql`select * from ${sql.table(table)} order by 1, 2`.execute(write);
	return rows;
}

test('a restored database is the one that was backed up, and counts on from there', async () => {
	await fill(source.connections);
	const file = path.join(folder, 'all.khoabang');
	const summary = await writeBackup(source.connections, file, WORLD_NOW);
	expect(summary.rows).toBe(7);
	expect(fs.statSync(file).mode & 0o777).toBe(0o600);

	const copy = await restoredCopy(file);
	for (const table of ['unit', 'unit_name', 'unit_edge', 'audit_entry'])
		expect(await rowsOf(copy.connections, table)).toEqual(await rowsOf(source.connections, table));
	expect(await describeSchema(copy.connections.write)).toBe(
		await describeSchema(source.connections.write)
	);
	const { rows } = await sql<{ id: number }>`
		insert into audit_entry (at, actor_kind, act) values (now(), 'operator', 'next') returning id
	`.execute(copy.connections.write);
	expect(rows).toEqual([{ id: 3 }]);
	await copy.connections.close();
	await dropDatabase(copy.url);
});

test('what is append-only stays so after a restore', async () => {
	const file = path.join(folder, 'kept.khoabang');
	await writeBackup(source.connections, file, WORLD_NOW);
	const copy = await restoredCopy(file);
	const change = sql`update audit_entry set act = 'other'`.execute(copy.connections.write);
	await expect(change).rejects.toThrow(/append-only/);
	await copy.connections.close();
	await dropDatabase(copy.url);
});

test('the file holds a line for the manifest, for each table and for each row', async () => {
	const file = path.join(folder, 'lines.khoabang');
	const summary = await writeBackup(source.connections, file, WORLD_NOW);
	const lines = gunzipSync(fs.readFileSync(file)).toString().trimEnd().split('\n');
	expect(lines).toHaveLength(1 + summary.tables + summary.rows);
	expect(JSON.parse(lines[0] as string)).toMatchObject({
		format: 'khoabang.backup/1',
		takenAt: WORLD_NOW
	});
});

test('a database that has rows is refused, and keeps them', async () => {
	const file = path.join(folder, 'refused.khoabang');
	await writeBackup(source.connections, file, WORLD_NOW);
	const before = await rowsOf(source.connections, 'unit');
	const restore = restoreBackup(source.connections, { file, migrations });
	await expect(restore).rejects.toThrow(/needs an empty database: table \w+ has rows/);
	expect(await rowsOf(source.connections, 'unit')).toEqual(before);
});

test.each([
	['no gzip at all', Buffer.from('hello')],
	['another file in gzip', gzipSync('{"format":"khoabang.units/1"}\n')],
	['an empty file', Buffer.alloc(0)]
])('%s is refused as no backup', async (_, bytes) => {
	const file = path.join(folder, 'other.khoabang');
	fs.writeFileSync(file, bytes);
	const url = await emptyDatabase();
	const connections = connect({ url, max: 2 });
	await expect(restoreBackup(connections, { file, migrations })).rejects.toThrow(/backup/);
	await connections.close();
	await dropDatabase(url);
});

test('a backup that was cut off writes nothing', async () => {
	const file = path.join(folder, 'cut.khoabang');
	await writeBackup(source.connections, file, WORLD_NOW);
	fs.truncateSync(file, fs.statSync(file).size - 20);
	const url = await emptyDatabase();
	const connections = connect({ url, max: 2 });
	await expect(restoreBackup(connections, { file, migrations })).rejects.toThrow();
	expect(await rowsOf(connections, 'unit')).toEqual([]);
	await connections.close();
	await dropDatabase(url);
});
