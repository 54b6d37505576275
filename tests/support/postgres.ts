import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.server.ts';

export interface TestPostgres {
	readonly url: string;
	stop(): Promise<void>;
}

/** Tests may lose what a power cut takes: what they check is rules, not disks. */
const FAST = {
	fsync: 'off',
	synchronous_commit: 'off',
	full_page_writes: 'off',
	shared_buffers: '64MB',
	max_connections: '200'
};

/** A PostgreSQL of its own in a temporary folder, gone with `stop`. */
export async function startTestPostgres(
	settings: Readonly<Record<string, string>> = FAST
): Promise<TestPostgres> {
	const folder = temporaryFolder('khoabang-pg-');
	const server = await startEmbeddedPostgres({
		dataDir: path.join(folder, 'pg'),
		settings: { ...settings }
	});
	return {
		url: server.url,
		async stop() {
			await server.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** A folder that the unprivileged account which runs PostgreSQL can reach (mkdtemp makes 0700). */
export function temporaryFolder(prefix: string): string {
	const folder = mkdtempSync(path.join(tmpdir(), prefix));
	chmodSync(folder, 0o755);
	return folder;
}
