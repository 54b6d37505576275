import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';
import { khoabang } from '#tests/support/command.ts';
import { isRunning, until } from '#tests/support/until.ts';

const folder = temporaryFolder('khoabang-start-');
const home = path.join(folder, 'home');
const postmasterFile = path.join(home, 'postgres/data/postmaster.pid');
const env = { KHOABANG_HOME: home, DATABASE_URL: '' };
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

interface Started {
	readonly guard: ChildProcess;
	readonly exited: Promise<number | null>;
	readonly baseUrl: string;
	/** The process under the guard, and its PostgreSQL. */
	readonly server: number;
	readonly postgres: number;
}

/** `khoabang serve` in this test's folder, until it takes requests. */
async function serve(): Promise<Started> {
	const guard = spawn(
		process.execPath,
		['src/cli/khoabang.mjs', 'serve', '--host', '127.0.0.1', '--port', '0'],
		{ env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }
	);
	const exited = new Promise<number | null>((resolve) => guard.once('exit', resolve));
	const baseUrl = await new Promise<string>((resolve, reject) => {
		createInterface({ input: guard.stdout }).on('line', (line) => {
			const found = /^Khoa Bảng {2}(\S+)/.exec(line)?.[1];
			if (found) resolve(found);
		});
		guard.stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk));
		guard.once('exit', (code) => reject(new Error(`serve ended with ${code}`)));
	});
	const server = Number(execFileSync('ps', ['-o', 'pid=', '--ppid', String(guard.pid)]));
	return { guard, exited, baseUrl, server, postgres: postmaster() };
}

/** NaN while none has written its file. */
function postmaster(): number {
	if (!fs.existsSync(postmasterFile)) return NaN;
	return Number(fs.readFileSync(postmasterFile, 'utf8').split('\n')[0]);
}

async function nothingLeft({ server, postgres }: Started): Promise<void> {
	await until('the server is gone', () => !isRunning(server));
	await until('PostgreSQL is gone', () => !isRunning(postgres));
}

test('a second start in a folder refuses in one sentence, a command uses what runs, and Ctrl-C stops all', async () => {
	const started = await serve();
	expect((await fetch(`${started.baseUrl}/healthz`)).status).toBe(200);

	const second = await khoabang(['serve', '--port', '0'], env);
	expect(second.code).toBe(1);
	expect(second.stderr).toMatch(/is in use by process \d+/);
	expect(second.stderr.trim().split('\n')).toHaveLength(1);

	const migrate = await khoabang(['migrate', '--json'], env);
	expect(JSON.parse(migrate.stdout)).toEqual({ applied: [] });

	started.guard.kill('SIGINT');
	expect(await started.exited).toBe(0);
	await nothingLeft(started);
});

test('kill -9 of the guard leaves nothing running, and the next start works', async () => {
	const started = await serve();
	started.guard.kill('SIGKILL');
	await nothingLeft(started);
	const again = await serve();
	again.guard.kill('SIGTERM');
	expect(await again.exited).toBe(0);
});

test('kill -9 of the server leaves nothing running, and the next start works', async () => {
	const started = await serve();
	process.kill(started.server, 'SIGKILL');
	expect(await started.exited).not.toBe(0);
	await nothingLeft(started);
	const again = await serve();
	again.guard.kill('SIGTERM');
	expect(await again.exited).toBe(0);
});

test('kill -9 of PostgreSQL: it is started again, and the server answers as before', async () => {
	const started = await serve();
	process.kill(started.postgres, 'SIGKILL');
	await until(
		'another PostgreSQL runs',
		() => postmaster() !== started.postgres && isRunning(postmaster())
	);
	const ready = async () => (await fetch(`${started.baseUrl}/readyz`)).status === 200;
	await until('the server is ready', ready);
	started.guard.kill('SIGTERM');
	expect(await started.exited).toBe(0);
	await until(
		'PostgreSQL is gone',
		() => !fs.existsSync(path.join(home, 'postgres/data/postmaster.pid'))
	);
});
