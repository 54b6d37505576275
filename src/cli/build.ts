import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CannotRun } from './command.ts';
import { buildsFolder, projectRoot } from './paths.ts';
import { lockFolder } from '#lib/server/db/folder-lock.server.ts';

const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
/** Not part of the web app: the commands, the demo, the load run, tests. */
const BESIDE = /^src\/(bench|cli|demo)\/|\.test\.ts$/;
/** Where svelte.config.js lets the adapter write; a whole build moves from there to its own name. */
const UNFINISHED = path.join(buildsFolder, 'new');

export interface Built {
	/** Named by the hash of its sources: another build never takes its files away from a running server. */
	readonly folder: string;
	/** It was made just now. */
	readonly fresh: boolean;
}

/** Builds the web app unless there is a build of these very sources. */
export async function buildWhenNeeded(): Promise<Built> {
	const folder = path.join(buildsFolder, sourcesHash().slice(0, 16));
	if (fs.existsSync(folder)) return { folder, fresh: false };
	const lock = await lockFolder(
		path.join(projectRoot, 'node_modules/.cache/khoabang-build'),
		'command'
	);
	if (!('release' in lock))
		throw new CannotRun(`process ${lock.pid} has been building for too long`);
	try {
		if (fs.existsSync(folder)) return { folder, fresh: false };
		build();
		fs.renameSync(UNFINISHED, folder);
		return { folder, fresh: true };
	} finally {
		lock.release();
	}
}

function build(): void {
	const vite = path.join(projectRoot, 'node_modules/vite/bin/vite.js');
	const made = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
		cwd: projectRoot,
		encoding: 'utf8',
		env: { ...process.env, NODE_ENV: 'production' }
	});
	if (made.status !== 0) throw new CannotRun(`the build failed:\n${made.stdout}${made.stderr}`);
}

/** Of names and contents: a fresh clone has other times. */
function sourcesHash(): string {
	const hash = createHash('sha256');
	for (const name of SOURCES.flatMap(filesUnder).sort()) {
		if (BESIDE.test(name)) continue;
		hash.update(`${name}\n`).update(fs.readFileSync(path.join(projectRoot, name)));
	}
	return hash.digest('hex');
}

function filesUnder(name: string): string[] {
	const at = path.join(projectRoot, name);
	if (!fs.statSync(at).isDirectory()) return [name];
	const found = fs.readdirSync(at, { recursive: true, withFileTypes: true });
	return found
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)));
}
