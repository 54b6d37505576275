import type { Config } from '#lib/server/config.ts';
import type { Connections } from '#lib/server/db/client.ts';

/** Loads the demo world into an empty database. */
export async function loadDemoWorld(
	connections: Connections,
	config: Config,
	secret: string
): Promise<void> {
	void [connections, config, secret];
}
