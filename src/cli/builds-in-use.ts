import fs from 'node:fs';
import path from 'node:path';
import { isAlive } from '#lib/server/db/postgres-cluster.server.ts';

/**
 * Notes that this process serves from `folder`, and removes the builds beside it that nobody serves from any
 * more. Where we may not write, somebody else looks after the builds.
 */
export function useBuild(folder: string): void {
	try {
		const users = path.join(folder, USERS);
		if (!fs.existsSync(users)) fs.mkdirSync(users);
		livingUsers(folder);
		fs.writeFileSync(path.join(users, String(process.pid)), '');
		for (const other of buildsBeside(folder)) if (livingUsers(other) === 0) remove(other);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? '';
		if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) throw error;
	}
}

const USERS = 'users';
/** Hashes of sources; what is being built or was built by hand has another name. */
const BUILD = /^[0-9a-f]{16}$/;

function buildsBeside(folder: string): string[] {
	const all = path.dirname(folder);
	return fs
		.readdirSync(all)
		.filter((name) => BUILD.test(name) && name !== path.basename(folder))
		.map((name) => path.join(all, name));
}

/** Out of its name first: half a build must never be taken for one. */
function remove(build: string): void {
	const aside = path.join(path.dirname(build), `old-${path.basename(build)}`);
	fs.rmSync(aside, { recursive: true, force: true });
	fs.renameSync(build, aside);
	fs.rmSync(aside, { recursive: true, force: true });
}

/** How many processes serve from it; the marks of those that have ended are removed. */
function livingUsers(folder: string): number {
	const users = path.join(folder, USERS);
	if (!fs.existsSync(users)) return 0;
	const ended = fs.readdirSync(users).filter((pid) => !isAlive(Number(pid)));
	for (const pid of ended) fs.rmSync(path.join(users, pid), { force: true });
	return fs.readdirSync(users).length;
}
