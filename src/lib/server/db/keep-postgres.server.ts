import { startEmbeddedPostgres, type Running } from './embedded-postgres.server.ts';

export interface KeptPostgres {
	readonly url: string;
	stop(): Promise<void>;
}

export interface KeepOptions {
	readonly dataDir: string;
	/** Called at the first start and at each later one. */
	readonly onStart: (running: Running) => void;
	/** Called when a PostgreSQL that ended by itself cannot be started again. */
	readonly onLost: (error: unknown) => void;
}

/**
 * Starts PostgreSQL and, when somebody kills it, starts it again on the same port: its clients reconnect and
 * no committed row is lost.
 */
export async function keepPostgres(options: KeepOptions): Promise<KeptPostgres> {
	let current = await startEmbeddedPostgres({ dataDir: options.dataDir });
	let wanted = true;
	const { url, port } = current;
	const keep = async () => {
		for (;;) {
			options.onStart(current);
			await current.exited;
			if (!wanted) return;
			current = await startEmbeddedPostgres({ dataDir: options.dataDir, port });
		}
	};
	const kept = keep().catch(options.onLost);
	return {
		url,
		stop: async () => {
			wanted = false;
			await current.stop();
			await kept;
		}
	};
}
