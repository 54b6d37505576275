import path from 'node:path';
import { createFront, type Front } from './front/front.server.ts';
import { actorResolver, type ActorResolver } from './actor.server.ts';
import { jobsOf } from './jobs.server.ts';
import { databaseClock, type Clock } from '#lib/server/clock.ts';
import { instanceKeys, readConfig, type Config } from '#lib/server/config.ts';
import { connect } from '#lib/server/db/client.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { findInstanceFact } from '#lib/server/instance.server.ts';
import { createLog } from '#lib/server/log.ts';
import { startTicker, type Job } from '#lib/server/jobs/ticker.server.ts';
import { realRandom } from '#lib/server/random.ts';

/** All that one process of the web app stands on: made once, stopped once. */
export interface Runtime {
	readonly config: Config;
	readonly clock: Clock;
	readonly door: Door;
	readonly actors: ActorResolver;
	readonly front: Front;
	readonly demo: boolean;
	/** Where the numbered migrations lie, for `/readyz`. */
	readonly migrations: string;
	/** Ends event streams and jobs, lets writes in flight end, closes the connections. */
	stop(): Promise<void>;
}

/** Throws a sentence when DATABASE_URL or the secret is missing: `khoabang serve` sets both. */
export async function startRuntime(): Promise<Runtime> {
	const config = readConfig();
	if (config.databaseUrl === undefined) throw new Error('DATABASE_URL is not set');
	if (config.secret === undefined) throw new Error('KHOABANG_SECRET is not set');
	const log = createLog(config.logLevel);
	const connections = connect({ url: config.databaseUrl, max: 10 });
	const clock = databaseClock(connections.read);
	await clock.measure();
	const door: Door = { connections, random: realRandom, keys: instanceKeys(config.secret), log };
	const actors = actorResolver(door);
	const front = await createFront({ door, clock, actors, config });
	const ticker = startTicker([clockJob(clock), ...jobsOf(door, clock)], log);
	const demo = (await findInstanceFact(connections.read, 'demo')) !== undefined;
	return {
		config,
		clock,
		door,
		actors,
		front,
		demo,
		migrations: path.resolve('migrations'),
		async stop() {
			await front.stop();
			await ticker.stop();
			await actors.stop();
			await connections.close();
		}
	};
}

function clockJob(clock: Clock): Job {
	return {
		name: 'clock',
		everyMs: 10_000,
		run: async () => {
			await clock.measure();
			return 0;
		}
	};
}
