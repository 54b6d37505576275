import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { buildWhenNeeded } from '#src/cli/build.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';

/** What a stranger has after `git clone` and `npm ci`, with nothing of ours beside it. */
export interface Clone {
	readonly folder: string;
	readonly env: Readonly<Record<string, string>>;
	/** Who calls; undefined is whoever runs the tests. */
	readonly account: Account | undefined;
	remove(): void;
}

export interface Account {
	readonly uid: number;
	readonly gid: number;
}

/** The account `nobody`, that root may become. */
export function ordinaryAccount(): Account {
	const fields = fs.readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
	if (!fields) throw new Error('this system has no account "nobody"');
	return { uid: Number(fields[1]), gid: Number(fields[2]) };
}

/** Copies the tracked files as they stand, links the packages, and takes this build along where it fits. */
export async function makeClone(account?: Account): Promise<Clone> {
	const above = temporaryFolder('khoabang-clone-');
	const folder = path.join(above, 'khoa-bang');
	const cache = path.join(above, 'npm-cache');
	fs.mkdirSync(cache);
	copyTracked(folder);
	linkPackages(folder);
	const { folder: build } = await buildWhenNeeded();
	fs.cpSync(build, path.join(folder, 'build', path.basename(build)), {
		recursive: true,
		filter: (from) => path.basename(from) !== 'users'
	});
	if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, folder]);
	fs.chmodSync(cache, 0o555);
	return {
		folder,
		env: environment(above, cache),
		account,
		remove: () => fs.rmSync(above, { recursive: true, force: true })
	};
}

function copyTracked(folder: string): void {
	const listed = execFileSync('git', ['ls-files', '-z', '--', ':!docs/screenshots'], {
		encoding: 'utf8',
		maxBuffer: 2 ** 24
	});
	for (const name of listed.split('\0').filter((name) => name !== '' && fs.existsSync(name))) {
		fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
		fs.copyFileSync(name, path.join(folder, name));
	}
}

/** A folder of its own with a link for each package; the commands are linked as after `npm ci`. */
function linkPackages(folder: string): void {
	const packages = path.resolve('node_modules');
	const linked = path.join(folder, 'node_modules');
	fs.mkdirSync(linked);
	for (const name of fs.readdirSync(packages).filter((name) => !name.startsWith('.')))
		fs.symlinkSync(path.join(packages, name), path.join(linked, name));
	execFileSync(process.execPath, ['src/cli/install/link-commands.mjs'], { cwd: folder });
}

/** Nothing of the test's own Node, npm and settings goes along; npm asks nobody anything. */
function environment(home: string, cache: string): Record<string, string> {
	return {
		PATH: systemPath(),
		HOME: home,
		LANG: 'C.UTF-8',
		npm_config_cache: cache,
		npm_config_offline: 'true',
		npm_config_update_notifier: 'false'
	};
}

/** Without node_modules/.bin, so that `node` is the system's where there is one; else the packaged one. */
function systemPath(): string {
	const places = (process.env.PATH ?? '').split(path.delimiter);
	const system = places.filter((place) => !place.includes('node_modules'));
	const own = path.resolve('node_modules/.bin');
	const hasNode = system.some((place) => fs.existsSync(path.join(place, 'node')));
	return [...system, ...(hasNode ? [] : [own])].join(path.delimiter);
}

export interface Ended {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs a command there to its end. */
export function callIn(clone: Clone, words: readonly string[]): Promise<Ended> {
	return new Promise((resolve) => {
		const child = spawnIn(clone, words);
		let stdout = '';
		let stderr = '';
		child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
		child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
		child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
	});
}

export interface Started {
	readonly address: string;
	/** The lines with the card and the accounts. */
	readonly waysIn: readonly string[];
	/** As Ctrl-C or an init system would; answers the exit code. */
	stop(): Promise<number | null>;
}

/** `npm start -- --port 0` there, until it has printed its last way in. */
export async function startIn(clone: Clone): Promise<Started> {
	const child = spawnIn(clone, ['npm', 'start', '--', '--port', '0']);
	const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
	const errors: string[] = [];
	child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
	const printed = await new Promise<string[]>((resolve, reject) => {
		const lines: string[] = [];
		createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
			lines.push(line);
			if (line.includes('cán bộ theo dõi')) resolve(lines);
		});
		child.once('exit', (code) => reject(new Error(`ended with ${code}: ${errors.join('')}`)));
	});
	const from = printed.findIndex((line) => line.startsWith('Khoa Bảng  '));
	return {
		address: (printed[from] ?? '').split('  ')[1] ?? '',
		waysIn: printed.slice(from + 1).filter((line) => line.trim() !== ''),
		stop() {
			child.kill('SIGTERM');
			return exited;
		}
	};
}

function spawnIn({ folder, env, account }: Clone, words: readonly string[]): ChildProcess {
	const [program = '', ...rest] = words;
	return spawn(program, rest, {
		cwd: folder,
		env,
		...account,
		stdio: ['ignore', 'pipe', 'pipe']
	});
}
