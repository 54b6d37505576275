import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { TEST_SECRET } from './secret.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';

/** A running web app, started by the real command. */
export interface Site {
	readonly baseUrl: string;
	readonly pid: number;
	/** Log lines of level error or fatal, and lines that are no JSON, so far. */
	readonly errorLines: readonly string[];
	/** Stops it as Ctrl-C would; throws when an error line was logged that the test did not expect. */
	stop(): Promise<void>;
}

export interface SiteOptions {
	readonly databaseUrl: string;
	readonly arguments?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	/** Error lines that the test provokes on purpose. */
	readonly expected?: readonly RegExp[];
}

/** `khoabang serve` on that database and a free port; resolves when it takes requests. */
export async function startSite(options: SiteOptions): Promise<Site> {
	const home = temporaryFolder('khoabang-site-');
	const child = spawn(
		process.execPath,
		[
			'src/cli/khoabang.mjs',
			'serve',
			'--host',
			'127.0.0.1',
			'--port',
			'0',
			...(options.arguments ?? [])
		],
		{
			env: {
				...process.env,
				DATABASE_URL: options.databaseUrl,
				KHOABANG_SECRET: TEST_SECRET,
				KHOABANG_HOME: path.join(home, 'home'),
				NODE_ENV: 'production',
				...options.env
			},
			stdio: ['ignore', 'pipe', 'pipe']
		}
	);
	const errorLines = collectErrors(child);
	const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const baseUrl = await addressOf(child, errorLines);
	return {
		baseUrl,
		pid: child.pid as number,
		errorLines,
		async stop() {
			child.kill('SIGTERM');
			await exited;
			rmSync(home, { recursive: true, force: true });
			refuseUnexpected(errorLines, options.expected ?? []);
		}
	};
}

function collectErrors(child: ChildProcess): string[] {
	const lines: string[] = [];
	const reader = createInterface({ input: child.stderr as NodeJS.ReadableStream });
	reader.on('line', (line) => {
		if (isError(line)) lines.push(line);
	});
	return lines;
}

/** Logs are JSON lines; anything else on standard error is a stack trace or a complaint. */
function isError(line: string): boolean {
	try {
		const { level } = JSON.parse(line) as { level?: string };
		return level === 'error' || level === 'fatal';
	} catch {
		return line !== 'built the web app' && line.trim() !== '';
	}
}

function addressOf(child: ChildProcess, errorLines: readonly string[]): Promise<string> {
	return new Promise((resolve, reject) => {
		const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream });
		reader.on('line', (line) => {
			const found = /^Khoa Bảng {2}(\S+)/.exec(line);
			if (found) resolve(found[1] as string);
		});
		child.once('exit', (code) =>
			reject(new Error(`serve ended with ${code}:\n${errorLines.join('\n')}`))
		);
	});
}

function refuseUnexpected(lines: readonly string[], expected: readonly RegExp[]): void {
	const unexpected = lines.filter((line) => !expected.some((pattern) => pattern.test(line)));
	if (unexpected.length > 0)
		throw new Error(`the server logged what no test expected:\n${unexpected.join('\n')}`);
}
