import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isTrustedFolder, type Account } from './postgres-account.server.ts';
import type { Binaries } from './postgres-binaries.server.ts';

/** A cluster's place on disk. `base` is ours, `data` belongs to the account that runs postgres. */
export interface Cluster {
	readonly base: string;
	readonly data: string;
	readonly password: string;
	readonly isNew: boolean;
}

/** Nothing of our own settings may leak into the server: PGDATA and the like would. */
export const POSTGRES_ENV = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

/** Opens the cluster in `base`, making it on the first start. The password stays in a file of mode 0600. */
export function openCluster(
	base: string,
	binaries: Binaries,
	account: Account | undefined
): Cluster {
	const data = path.join(base, 'data');
	const isNew = !fs.existsSync(path.join(data, 'PG_VERSION'));
	if (isNew) createCluster(base, binaries, account);
	const owner = account?.uid ?? process.getuid?.() ?? 0;
	if (!isTrustedFolder(data, owner))
		throw new Error(`${data} must belong to user number ${owner}, which runs PostgreSQL`);
	return { base, data, password: readPassword(base), isNew };
}

function readPassword(base: string): string {
	const file = passwordFile(base);
	const mode = fs.statSync(file).mode & 0o777;
	if ((mode & 0o077) !== 0) fs.chmodSync(file, 0o600);
	return fs.readFileSync(file, 'utf8').trim();
}

export function passwordFile(base: string): string {
	return path.join(base, 'password');
}

function createCluster(base: string, binaries: Binaries, account: Account | undefined): void {
	const data = path.join(base, 'data');
	fs.rmSync(data, { recursive: true, force: true });
	fs.mkdirSync(data, { mode: 0o700 });
	const password = randomBytes(24).toString('base64url');
	fs.writeFileSync(passwordFile(base), password, { mode: 0o600 });
	const handed = path.join(data, '..', `password.${process.pid}`);
	fs.writeFileSync(handed, password, { mode: 0o600 });
	if (account) for (const own of [data, handed]) fs.chownSync(own, account.uid, account.gid);
	try {
		runInitdb({ data, passwordFile: handed }, binaries, account);
	} finally {
		fs.rmSync(handed, { force: true });
	}
}

function runInitdb(
	at: { readonly data: string; readonly passwordFile: string },
	binaries: Binaries,
	account: Account | undefined
): void {
	const made = spawnSync(
		binaries('initdb'),
		[
			...['-D', at.data, '-U', 'postgres', '-E', 'UTF8', '--no-instructions'],
			...['--locale-provider=icu', '--icu-locale=vi', '--locale=C'],
			...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256'],
			`--pwfile=${at.passwordFile}`
		],
		{ ...ids(account), env: POSTGRES_ENV, cwd: '/', encoding: 'utf8' }
	);
	if (made.status === 0) return;
	fs.rmSync(at.data, { recursive: true, force: true });
	throw new Error(`initdb could not make the database: ${made.stderr || String(made.error)}`);
}

export function ids(account: Account | undefined): { uid?: number; gid?: number } {
	return account ? { uid: account.uid, gid: account.gid } : {};
}

export interface Postmaster {
	readonly pid: number;
	readonly port: number;
}

/** The postgres that runs on this folder now, by its own postmaster.pid; undefined when none does. */
export function findPostmaster(data: string): Postmaster | undefined {
	const file = path.join(data, 'postmaster.pid');
	if (!fs.existsSync(file)) return undefined;
	const [pid, folder, , port] = fs.readFileSync(file, 'utf8').split('\n');
	if (folder !== data || !isPostgresOn(Number(pid), data)) return undefined;
	return { pid: Number(pid), port: Number(port) };
}

/** A number is used again by other programs: it must still be a postgres with this very folder. */
function isPostgresOn(pid: number, data: string): boolean {
	if (process.platform === 'linux') {
		try {
			return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data);
		} catch {
			return false;
		}
	}
	return isAlive(pid);
}

export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Stops what a killed launcher left running: SIGINT is PostgreSQL's "fast" stop, which loses nothing. */
export async function stopLeftover(data: string): Promise<void> {
	const leftover = findPostmaster(data);
	if (!leftover) return;
	process.kill(leftover.pid, 'SIGINT');
	// Its pid may linger as a zombie; its file goes when it is done.
	for (let tries = 0; tries < 600; tries++) {
		if (!findPostmaster(data)) return;
		await sleep(25);
	}
	throw new Error(`an older PostgreSQL (process ${leftover.pid}) on ${data} does not stop`);
}
