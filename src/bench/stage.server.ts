import { rmSync } from 'node:fs';
import path from 'node:path';
import type { ControlReady, ControlSetUp } from './control-set-up.ts';
import { startHelper, type Helper } from './helper-process.ts';
import type { LoadDone, LoadJob, LoadSetUp } from './load-jobs.ts';
import { describeMachine, type Machine } from './machine.ts';
import { startServer, type ServerProcess } from './server-process.ts';
import { buildWorld, type BenchWorld } from './world.server.ts';
import { databaseClock, type Clock } from '#lib/server/clock.ts';
import { instanceKeys } from '#lib/server/config.ts';
import { connect, type Connections } from '#lib/server/db/client.ts';
import { startEmbeddedPostgres } from '#lib/server/db/embedded-postgres.server.ts';
import { migrate } from '#lib/server/db/migrate.server.ts';
import { settingOf } from '#lib/server/db/server-version.server.ts';
import { temporaryFolder } from '#lib/server/db/temporary-postgres.server.ts';
import { createLog } from '#lib/server/log.ts';
import { realRandom } from '#lib/server/random.ts';

/** Everything that a load run stands on; all of it is gone when its stack is disposed of. */
export interface Stage {
	readonly machine: Machine;
	readonly connections: Connections;
	readonly clock: Clock;
	readonly world: BenchWorld;
	readonly server: ServerProcess;
	readonly load: Helper<LoadSetUp | LoadJob, LoadDone>;
	/** By the names under which their CPU is counted. */
	readonly pids: Readonly<Record<'server' | 'control' | 'database' | 'load', number>>;
}

export interface StageWanted {
	readonly people: number;
	readonly attempts: number;
	readonly clients: number;
	readonly profile?: string | undefined;
	tell(line: string): void;
	/** Hears of the PostgreSQL, so that somebody can stop it when this process is killed. */
	onPostgres(postgres: { readonly pid: number; readonly data: string }): void;
}

const MIGRATIONS = path.resolve(import.meta.dirname, '../../migrations');
/** The server's pool for writing has as many (runtime.server.ts). */
const CONTROL_CONNECTIONS = 10;

/** Opens it all. What was opened is on `stack`, in the order of closing, even when this throws. */
export async function setStage(stack: AsyncDisposableStack, wanted: StageWanted): Promise<Stage> {
	const folder = temporaryFolder('khoabang-bench-');
	stack.defer(() => rmSync(folder, { recursive: true, force: true }));
	const database = await openDatabase(stack, folder, wanted);
	const { connections, clock, url } = database;
	const machine = describeMachine(await describePostgres(connections));
	wanted.tell(machineLine(machine));
	const secret = Buffer.from(realRandom.bytes(32)).toString('base64url');
	const door = {
		connections,
		random: realRandom,
		keys: instanceKeys(secret),
		log: createLog('silent')
	};
	const world = await buildWorld(door, { ...wanted, at: clock.now() });
	wanted.tell(`world: ${wanted.people} people, one open round of 20 questions`);
	const home = path.join(folder, 'home');
	const { profile } = wanted;
	const server = await opened(stack, startServer({ databaseUrl: url, secret, home, profile }));
	const control = await startControl(stack, url);
	const load = startHelper<LoadSetUp | LoadJob, LoadDone>('load-generator.ts');
	stack.defer(() => load.stop());
	const { origin } = server;
	await load.ask({
		kind: 'set-up',
		origin,
		control: control.origin,
		clients: wanted.clients,
		...world
	});
	const pids = { server: server.pid, control: control.pid, database: database.pid, load: load.pid };
	return { machine, connections, clock, world, server, load, pids };
}

/** A PostgreSQL of its own with the durability that it comes with: nothing is switched off. */
async function openDatabase(
	stack: AsyncDisposableStack,
	folder: string,
	{ onPostgres }: StageWanted
) {
	const starting = startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
	const { url, pid, data } = await opened(stack, starting);
	onPostgres({ pid, data });
	const connections = connect({ url, max: 6, applicationName: 'khoabang-bench' });
	stack.defer(() => connections.close());
	await migrate(connections.write, MIGRATIONS);
	const clock = databaseClock(connections.read);
	await clock.measure();
	return { url, pid, connections, clock };
}

async function startControl(stack: AsyncDisposableStack, databaseUrl: string) {
	const control = startHelper<ControlSetUp, ControlReady>('control-handler.server.ts');
	stack.defer(() => control.stop());
	const { origin } = await control.ask({ databaseUrl, connections: CONTROL_CONNECTIONS });
	return { origin, pid: control.pid };
}

/** Asked to stop while it opened: then it is closed at once. */
async function opened<T extends { stop(): Promise<void> }>(
	stack: AsyncDisposableStack,
	opening: Promise<T>
): Promise<T> {
	const one = await opening;
	if (!stack.disposed) stack.defer(() => one.stop());
	else await one.stop();
	return one;
}

async function describePostgres({ read }: Connections): Promise<string> {
	const [version = '', fsync = '', commit = ''] = await Promise.all(
		['server_version', 'fsync', 'synchronous_commit'].map((name) => settingOf(read, name))
	);
	return `${version}, fsync ${fsync}, synchronous_commit ${commit}`;
}

function machineLine({ cores, cpu, memoryGb, system, node, postgres }: Machine): string {
	return `machine: ${cores} cores (${cpu}), ${memoryGb} GB, ${system}, Node ${node}, PostgreSQL ${postgres}`;
}
