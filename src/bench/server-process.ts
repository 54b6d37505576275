import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A real `khoabang serve` with the built app, in a process of its own. */
export interface ServerProcess {
	readonly origin: string;
	readonly pid: number;
	/** The first lines on its standard error so far: with this log level, errors. */
	readonly errors: readonly string[];
	stop(): Promise<void>;
}

export interface ServerWanted {
	readonly databaseUrl: string;
	readonly secret: string;
	/** Its KHOABANG_HOME. */
	readonly home: string;
	/** Folder for a CPU profile of the server, written when it stops. */
	readonly profile?: string | undefined;
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const MOST_KEPT = 20;

/** Starts the server and waits until it takes requests. Nothing of our own settings goes along. */
export async function startServer(wanted: ServerWanted): Promise<ServerProcess> {
	const child = launch(wanted);
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const errors: string[] = [];
	createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
		if (errors.length < MOST_KEPT) errors.push(line);
	});
	const stop = async () => {
		if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
		await exited;
	};
	try {
		const origin = await addressOf(child, errors);
		return { origin, pid: child.pid as number, errors, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

function launch({ databaseUrl, secret, home, profile }: ServerWanted): ChildProcess {
	const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
	const main = path.join(ROOT, 'src/cli/main.ts');
	const words = ['serve', '--host', '127.0.0.1', '--port', '0'];
	return spawn(process.execPath, ['--no-warnings', ...profiling, main, ...words], {
		cwd: ROOT,
		env: {
			DATABASE_URL: databaseUrl,
			KHOABANG_SECRET: secret,
			KHOABANG_HOME: home,
			LOG_LEVEL: 'error'
		},
		// With a channel to us, it stops when we are killed.
		stdio: ['ignore', 'pipe', 'pipe', 'ipc']
	});
}

function addressOf(child: ChildProcess, said: readonly string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
			const port = /^Khoa Bảng {2}http:\/\/\S+:(\d+)$/.exec(line)?.[1];
			if (port) resolve(`http://127.0.0.1:${port}`);
		});
		child.once('exit', (code) =>
			reject(new Error(`the server ended with ${code}:\n${said.join('\n')}`))
		);
	});
}
