import { connect } from '#lib/server/db/client.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';
import { instanceKeys } from '#lib/server/config.ts';
import { databaseClock } from '#lib/server/clock.ts';
import {
	startTemporaryPostgres,
	WITHOUT_DURABILITY
} from '#lib/server/db/temporary-postgres.server.ts';
import { createLog } from '#lib/server/log.ts';
import { realRandom } from '#lib/server/random.ts';
import { loadDemo } from '#src/demo/load-demo.server.ts';
import { TEST_SECRET } from '../support/secret.ts';
import { startSite } from '../support/site.ts';
import { waysIn, type WayIn } from './ways-in.ts';

export interface DemoSite {
	readonly baseUrl: string;
	readonly wayIn: WayIn;
	stop(): Promise<void>;
}

/** The demo world as it is at its first start now, on a PostgreSQL and a server of its own. */
export async function startDemoSite(): Promise<DemoSite> {
	const postgres = await startTemporaryPostgres(WITHOUT_DURABILITY);
	const connections = connect({ url: postgres.url, max: 8 });
	await migrate(connections.write, 'migrations');
	const clock = databaseClock(connections.read);
	await clock.measure();
	const door = {
		connections,
		random: realRandom,
		keys: instanceKeys(TEST_SECRET),
		log: createLog('silent')
	};
	const access = await loadDemo(door, { at: clock.now(), tell: () => undefined });
	const wayIn = await waysIn(connections, access);
	await connections.close();
	const site = await startSite({ databaseUrl: postgres.url });
	return {
		baseUrl: site.baseUrl,
		wayIn,
		stop: async () => {
			await site.stop();
			await postgres.stop();
		}
	};
}
