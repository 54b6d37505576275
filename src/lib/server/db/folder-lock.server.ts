import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './postgres-cluster.server.ts';

/** `serve` holds a folder for as long as it runs; a `command` only for its own time, so it is waited for. */
export type Purpose = 'serve' | 'command';

export interface Holder {
	readonly pid: number;
	/** When that process started, in the kernel's ticks: a pid is used again, the pair is not. */
	readonly since: string;
	readonly purpose: Purpose;
}

export interface FolderLock {
	release(): void;
}

const WAIT_MS = 120_000;
const STEP_MS = 50;

/**
 * One start a folder. A holder that was killed is noticed by its pid, and its lock is taken over. Answers the
 * holder when a `serve` has the folder; waits for a `command`, at most two minutes.
 */
export async function lockFolder(folder: string, purpose: Purpose): Promise<FolderLock | Holder> {
	fs.mkdirSync(folder, { recursive: true });
	const file = path.join(folder, 'lock');
	for (let waited = 0; ; waited += STEP_MS) {
		if (claim(file, purpose)) return { release: () => releaseOwn(file) };
		const holder = readHolder(file);
		if (holder && isHolding(holder)) {
			if (holder.purpose === 'serve' || waited >= WAIT_MS) return holder;
			await sleep(STEP_MS);
		} else if (holder) {
			removeStale(file, holder);
		}
	}
}

/** Whole or not at all: the file is written beside, then linked into its name, which fails if that exists. */
function claim(file: string, purpose: Purpose): boolean {
	const holder: Holder = { pid: process.pid, since: startOf(process.pid), purpose };
	const beside = `${file}.${randomUUID()}`;
	fs.writeFileSync(beside, JSON.stringify(holder));
	try {
		fs.linkSync(beside, file);
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	} finally {
		fs.rmSync(beside, { force: true });
	}
}

function readHolder(file: string): Holder | undefined {
	try {
		return JSON.parse(fs.readFileSync(file, 'utf8')) as Holder;
	} catch {
		return undefined; // released in between
	}
}

function isHolding(holder: Holder): boolean {
	return isAlive(holder.pid) && startOf(holder.pid) === holder.since;
}

/** Moves the dead holder's lock away; when another start was faster, what was moved is theirs and goes back. */
function removeStale(file: string, dead: Holder): void {
	const aside = `${file}.${randomUUID()}`;
	try {
		fs.renameSync(file, aside);
	} catch {
		return;
	}
	const moved = readHolder(aside);
	if (moved && moved.pid !== dead.pid) fs.linkSync(aside, file);
	fs.rmSync(aside, { force: true });
}

function releaseOwn(file: string): void {
	if (readHolder(file)?.pid === process.pid) fs.rmSync(file, { force: true });
}

function startOf(pid: number): string {
	try {
		// The name in parentheses may hold spaces; field 22 is the 20th after it.
		const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
	} catch {
		return '';
	}
}
