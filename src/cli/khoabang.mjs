#!/usr/bin/env node
// The command `khoabang`, for any Node ≥ 20: runs main.ts in a child under Node 24, and stands guard over it.
// The child stops when this process dies (its IPC channel closes); when the child dies without a goodbye,
// this process stops the PostgreSQL that it had started. So a kill -9 of either leaves nothing running.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const NEEDED = 24;

/** @returns {string | undefined} */
function nodeForChild() {
	if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
	const packaged = path.join(
		root,
		`node_modules/node-${process.platform}-${process.arch}/bin/node`
	);
	return fs.existsSync(packaged) ? packaged : undefined;
}

/** @param {string} node */
function runUnderGuard(node) {
	/** @type {{ pid: number, folder: string } | undefined} */
	let postgres;
	const child = spawn(node, [path.join(here, 'main.ts'), ...process.argv.slice(2)], {
		stdio: ['inherit', 'inherit', 'inherit', 'ipc']
	});
	child.on('message', (message) => {
		const said = /** @type {{ postgres?: { pid: number, folder: string } }} */ (message);
		if ('postgres' in said) postgres = said.postgres;
	});
	for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
		process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
	stopWithNpm(() => child.kill('SIGTERM'));
	child.on('exit', (code, signal) => {
		if (postgres) stopPostgres(postgres);
		process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
	});
}

/**
 * Under npm, npm is the one that people stop; when it is killed outright we see only another parent.
 * @param {() => void} stop
 */
function stopWithNpm(stop) {
	if (!process.env.npm_lifecycle_event) return;
	const parent = process.ppid;
	setInterval(() => {
		if (process.ppid !== parent) stop();
	}, 500).unref();
}

/** @param {{ pid: number, folder: string }} postgres */
function stopPostgres({ pid, folder }) {
	try {
		const running = fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8');
		if (Number(running.split('\n')[0]) === pid) process.kill(pid, 'SIGINT');
	} catch {
		// already gone
	}
}

const node = nodeForChild();
if (node) {
	runUnderGuard(node);
} else {
	console.error(
		`khoabang: Node ${NEEDED} is missing for ${process.platform}-${process.arch}: run "npm ci" here on Linux x64, or start with a Node ≥ ${NEEDED} of your own.`
	);
	process.exitCode = 2;
}
