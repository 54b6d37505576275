import path from 'node:path';
import { CannotRun } from './command.ts';
import { tellGuard, untilStopped } from './lifetime.ts';
import { readConfig, type Config } from '#lib/server/config.ts';
import { connect, type Connections } from '#lib/server/db/client.ts';
import { findRunning } from '#lib/server/db/embedded-postgres.server.ts';
import { lockFolder, type Purpose } from '#lib/server/db/folder-lock.server.ts';
import { keepPostgres } from '#lib/server/db/keep-postgres.server.ts';
import { findServerVersion, OLDEST_SERVER } from '#lib/server/db/server-version.server.ts';

/** The database of this instance, for as long as the command needs it. */
export interface InstanceDatabase {
	readonly url: string;
	/** Past a pooler, for migrations and jobs. */
	readonly directUrl: string;
	close(): Promise<void>;
}

/**
 * DATABASE_URL when set; else the embedded PostgreSQL of KHOABANG_HOME: the one that a `serve` runs, or one
 * started for the caller's own time, under the folder's lock.
 */
export async function openInstanceDatabase(
	config: Config,
	purpose: Purpose
): Promise<InstanceDatabase> {
	if (config.databaseUrl === undefined) return openEmbedded(config.home, purpose);
	await refuseOldServer(config.databaseUrl);
	return {
		url: config.databaseUrl,
		directUrl: config.databaseDirectUrl ?? config.databaseUrl,
		close: async () => undefined
	};
}

async function openEmbedded(home: string, purpose: Purpose): Promise<InstanceDatabase> {
	const dataDir = path.join(home, 'postgres');
	const lock = await lockFolder(home, purpose);
	if ('release' in lock) return startOwn(dataDir, lock.release);
	const running = purpose === 'command' ? findRunning(dataDir) : undefined;
	if (running === undefined)
		throw new CannotRun(
			`${home} is in use by process ${lock.pid}: stop that one first, or set KHOABANG_HOME to another folder`
		);
	return { url: running, directUrl: running, close: async () => undefined };
}

async function startOwn(dataDir: string, release: () => void): Promise<InstanceDatabase> {
	try {
		const kept = await keepPostgres({ dataDir, onStart: tellGuard, onLost: stopThisProcess });
		return {
			url: kept.url,
			directUrl: kept.url,
			close: async () => {
				await kept.stop();
				release();
			}
		};
	} catch (error) {
		release();
		throw new CannotRun(reasonOf(error));
	}
}

function stopThisProcess(error: unknown): void {
	console.error(`PostgreSQL ended and cannot be started again: ${reasonOf(error)}`);
	process.kill(process.pid, 'SIGTERM');
}

async function refuseOldServer(url: string): Promise<void> {
	const version = await findServerVersion(url).catch((error: unknown) => {
		throw new CannotRun(`DATABASE_URL does not answer: ${reasonOf(error)}`);
	});
	if (version < OLDEST_SERVER)
		throw new CannotRun(
			`DATABASE_URL is PostgreSQL ${version}: Khoa Bảng needs ${OLDEST_SERVER} or later. Upgrade it, or leave DATABASE_URL empty to run the one that came with the packages`
		);
}

export function reasonOf(error: unknown): string {
	if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
	return error instanceof Error ? error.message : String(error);
}

/** Connections to this instance's database for the time of `work`; closed and, where it was ours, stopped after. */
export async function withInstanceDatabase<T>(
	work: (connections: Connections) => Promise<T>
): Promise<T> {
	const database = await openInstanceDatabase(readConfig(), 'command');
	const connections = connect({ url: database.directUrl, max: 4 });
	try {
		return await untilStopped(work(connections));
	} finally {
		await connections.close();
		await database.close();
	}
}
