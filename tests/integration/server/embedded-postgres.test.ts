import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { startEmbeddedPostgres, type Running } from '#lib/server/db/embedded-postgres.server.ts';
import { keepPostgres } from '#lib/server/db/keep-postgres.server.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';
import { until } from '#tests/support/until.ts';

const folder = temporaryFolder('khoabang-launcher-');
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

async function ask<Row extends pg.QueryResultRow>(url: string, query: string): Promise<Row[]> {
	const client = new pg.Client({ connectionString: url });
	client.on('error', () => undefined);
	await client.connect();
	try {
		return (await client.query<Row>(query)).rows;
	} finally {
		await client.end();
	}
}

test('a killed PostgreSQL is started again on its port, and no committed row is lost', async () => {
	const starts: Running[] = [];
	const lost: unknown[] = [];
	const kept = await keepPostgres({
		dataDir: path.join(folder, 'kept'),
		onStart: (running) => starts.push(running),
		onLost: (error) => lost.push(error)
	});
	await ask(kept.url, 'create table answer (id int); insert into answer values (1)');
	process.kill((starts[0] as Running).pid, 'SIGKILL');
	await until('it runs again', () => starts.length === 2);
	expect(await ask(kept.url, 'select id from answer')).toEqual([{ id: 1 }]);
	await kept.stop();
	expect(lost).toEqual([]);
});

test('the PostgreSQL that a killed launcher left behind is stopped, and its rows are there', async () => {
	const dataDir = path.join(folder, 'orphan');
	const orphan = await startAndKillLauncher(dataDir);
	const again = await startEmbeddedPostgres({ dataDir });
	expect(again.pid).not.toBe(orphan.pid);
	expect(await ask(again.url, 'select id from answer')).toEqual([{ id: 7 }]);
	await again.stop();
	await expect(ask(orphan.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

/** A launcher of its own process, that writes a row and is then killed with no chance to clean up. */
async function startAndKillLauncher(dataDir: string): Promise<{ url: string; pid: number }> {
	const script = `
		import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.server.ts';
		const { url, pid } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
		console.log(JSON.stringify({ url, pid }));
	`;
	const launcher = spawn(process.execPath, ['--input-type=module', '--eval', script], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const line = await new Promise<Buffer>((resolve) => launcher.stdout.once('data', resolve));
	const started = JSON.parse(line.toString()) as { url: string; pid: number };
	await ask(started.url, 'create table answer (id int); insert into answer values (7)');
	launcher.kill('SIGKILL');
	return started;
}

test('it listens on this machine only, with a password that only its owner can read', async () => {
	const dataDir = path.join(folder, 'closed');
	const running = await startEmbeddedPostgres({ dataDir });
	const rows = await ask(
		running.url,
		`select name, setting from pg_settings
		where name in ('listen_addresses', 'unix_socket_directories', 'password_encryption') order by name`
	);
	expect(rows).toEqual([
		{ name: 'listen_addresses', setting: '127.0.0.1' },
		{ name: 'password_encryption', setting: 'scram-sha-256' },
		{ name: 'unix_socket_directories', setting: '' }
	]);
	await expect(ask(running.url.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
		/password authentication failed/
	);
	expect(fs.statSync(path.join(dataDir, 'password')).mode & 0o777).toBe(0o600);
	await running.stop();
});

test("its durability is PostgreSQL's own, and names sort as Vietnamese does", async () => {
	const running = await startEmbeddedPostgres({ dataDir: path.join(folder, 'closed') });
	const [row] = await ask(
		running.url,
		`select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
		(select string_agg(name, ' ' order by name) from unnest(array['Êm','Zen','Ân','An','Đức','Dũng']) name) as names`
	);
	expect(row).toEqual({ fsync: 'on', commit: 'on', names: 'An Ân Dũng Đức Êm Zen' });
	await running.stop();
});
