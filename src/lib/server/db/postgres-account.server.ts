import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export interface Account {
	readonly name: string;
	readonly uid: number;
	readonly gid: number;
}

/** Where root keeps what an unprivileged account must reach when the project lies below a closed folder. */
export const SHARED_FOLDER = '/var/lib/khoa-bang';

/**
 * postgres refuses to run as root: the account to run it as, or undefined when we are not root. It needs an
 * entry in /etc/passwd, or initdb fails; so does an ordinary user's own number.
 */
export function accountForPostgres(): Account | undefined {
	const uid = process.getuid?.();
	const known = readPasswd();
	if (uid !== 0) {
		if (uid !== undefined && known.length > 0 && !hasName(uid, known))
			throw new Error(
				`user number ${uid} has no name in /etc/passwd, which PostgreSQL needs: start as a named user, or set DATABASE_URL`
			);
		return undefined;
	}
	for (const name of ['postgres', 'nobody', 'daemon']) {
		const found = known.find((account) => account.name === name && account.uid !== 0);
		if (found) return found;
	}
	throw new Error('as root, an account postgres, nobody or daemon is needed to run PostgreSQL');
}

/** In /etc/passwd, or in a directory service that only `id` knows about. */
function hasName(uid: number, known: readonly Account[]): boolean {
	if (known.some((account) => account.uid === uid)) return true;
	return spawnSync('id', ['-un', String(uid)], { stdio: 'ignore' }).status === 0;
}

function readPasswd(): Account[] {
	if (!fs.existsSync('/etc/passwd')) return [];
	const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n').filter(Boolean);
	return lines.map((line) => {
		const [name = '', , uid, gid] = line.split(':');
		return { name, uid: Number(uid), gid: Number(gid) };
	});
}

/** The folder itself, or, when the account cannot enter it, one under SHARED_FOLDER that stands for it. */
export function reachableFolder(folder: string, account: Account | undefined): string {
	fs.mkdirSync(folder, { recursive: true });
	if (!account || canEnter(folder, account)) return folder;
	const name = createHash('sha256').update(folder).digest('hex').slice(0, 12);
	const shared = path.join(SHARED_FOLDER, name);
	fs.mkdirSync(shared, { recursive: true, mode: 0o755 });
	if (!isTrustedFolder(SHARED_FOLDER, 0) || !isTrustedFolder(shared, 0))
		throw new Error(`${shared} must belong to root and be writable by root only`);
	return shared;
}

function canEnter(folder: string, { uid, gid }: Account): boolean {
	const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], {
		uid,
		gid,
		cwd: '/',
		stdio: 'ignore'
	});
	return tried.status === 0;
}

/** A real folder (no link) of that owner, that nobody else may write into. */
export function isTrustedFolder(folder: string, owner: number): boolean {
	const found = fs.lstatSync(folder, { throwIfNoEntry: false });
	return (
		found !== undefined && found.isDirectory() && found.uid === owner && (found.mode & 0o022) === 0
	);
}
