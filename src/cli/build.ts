import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CannotRun } from './command.ts';
import { buildFolder, projectRoot } from './paths.ts';
import { lockFolder } from '#lib/server/db/folder-lock.server.ts';

const STAMP = path.join(buildFolder, 'sources.sha256');
const SOURCES = ['src', 'static', 'package-lock.json', 'svelte.config.js', 'vite.config.ts'];
/** Not part of the web app: the commands, the demo, the load run, tests. */
const BESIDE = /^src\/(bench|cli|demo)\/|\.test\.ts$/;

/** Builds the web app unless the build that stands here is of these very sources. Answers whether it built. */
export async function buildWhenNeeded(): Promise<boolean> {
	if (isBuilt()) return false;
	const lock = await lockFolder(
		path.join(projectRoot, 'node_modules/.cache/khoabang-build'),
		'command'
	);
	if (!('release' in lock))
		throw new CannotRun(`process ${lock.pid} has been building for too long`);
	try {
		if (isBuilt()) return false;
		build();
		return true;
	} finally {
		lock.release();
	}
}

function isBuilt(): boolean {
	return fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === sourcesHash();
}

function build(): void {
	const vite = path.join(projectRoot, 'node_modules/vite/bin/vite.js');
	const hash = sourcesHash();
	const made = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
		cwd: projectRoot,
		encoding: 'utf8',
		env: { ...process.env, NODE_ENV: 'production' }
	});
	if (made.status !== 0) throw new CannotRun(`the build failed:\n${made.stdout}${made.stderr}`);
	fs.writeFileSync(STAMP, hash);
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
