import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { lockFolder, type FolderLock, type Purpose } from '#lib/server/db/folder-lock.server.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';

const folder = temporaryFolder('khoabang-lock-');
const file = path.join(folder, 'lock');
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
beforeEach(() => fs.rmSync(file, { force: true }));

function isOurs(lock: Awaited<ReturnType<typeof lockFolder>>): lock is FolderLock {
	return 'release' in lock;
}

async function ours(purpose: Purpose): Promise<FolderLock> {
	const lock = await lockFolder(folder, purpose);
	if (!isOurs(lock)) throw new Error(`held by ${lock.pid}`);
	return lock;
}

test('a folder that is being served refuses a second start and names the first', async () => {
	const lock = await ours('serve');
	expect(await lockFolder(folder, 'serve')).toMatchObject({ pid: process.pid, purpose: 'serve' });
	lock.release();
	(await ours('serve')).release();
});

test('of many starts at once exactly one has the folder', async () => {
	const locks = await Promise.all(Array.from({ length: 20 }, () => lockFolder(folder, 'serve')));
	expect(locks.filter(isOurs)).toHaveLength(1);
});

test('a command is waited for', async () => {
	const command = await ours('command');
	const next = lockFolder(folder, 'serve');
	command.release();
	expect(isOurs(await next)).toBe(true);
});

test('the lock of a process that was killed is taken over', async () => {
	const dead = await deadProcess();
	fs.writeFileSync(file, JSON.stringify({ pid: dead, since: '1', purpose: 'serve' }));
	(await ours('serve')).release();
});

test('a lock whose number now belongs to another process is taken over', async () => {
	fs.writeFileSync(file, JSON.stringify({ pid: process.pid, since: '1', purpose: 'serve' }));
	(await ours('serve')).release();
});

function deadProcess(): Promise<number> {
	const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
	return new Promise((resolve) => child.once('exit', () => resolve(child.pid as number)));
}
