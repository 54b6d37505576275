import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres.server.ts';

export interface TemporaryPostgres {
	readonly url: string;
	readonly pid: number;
	stop(): Promise<void>;
}

/** For tests and for reading the schema: what a power cut would take is of no use tomorrow anyway. */
export const WITHOUT_DURABILITY = {
	fsync: 'off',
	synchronous_commit: 'off',
	full_page_writes: 'off',
	shared_buffers: '64MB',
	max_connections: '200'
};

/** A PostgreSQL of its own in a temporary folder, gone with `stop`. */
export async function startTemporaryPostgres(
	settings: Readonly<Record<string, string>>
): Promise<TemporaryPostgres> {
	const folder = temporaryFolder('khoabang-pg-');
	const remove = () => rmSync(folder, { recursive: true, force: true });
	try {
		const server = await startEmbeddedPostgres({ dataDir: path.join(folder, 'pg'), settings });
		return { url: server.url, pid: server.pid, stop: () => server.stop().finally(remove) };
	} catch (error) {
		remove();
		throw error;
	}
}

/** A folder that the unprivileged account which runs PostgreSQL can enter (mkdtemp makes 0700). */
export function temporaryFolder(prefix: string): string {
	const folder = mkdtempSync(path.join(tmpdir(), prefix));
	chmodSync(folder, 0o755);
	return folder;
}
