import type { Actor } from '#lib/identity/actor.ts';
import type { ReadContext, UseCase, View } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Outcome, Refusal } from '#lib/kernel/outcome.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import type { Connections } from '#lib/server/db/client.ts';
import type { InstanceKeys } from '#lib/server/door/context.ts';
import { runUseCase } from '#lib/server/door/run.server.ts';
import { instanceKeys } from '#lib/server/config.ts';
import { createLog } from '#lib/server/log.ts';
import { seededRandom } from './random.ts';
import { TEST_SECRET } from './secret.ts';

export const testKeys: InstanceKeys = instanceKeys(TEST_SECRET);

const log = createLog('silent');

/** One source a process: ids of different calls differ, and a file run alone repeats itself. */
const chance = seededRandom('tests');

export function readContext(connections: Connections, actor: Actor, at: Instant): ReadContext {
	return { db: connections.read, actor, at, language: 'vi', keys: testKeys };
}

export interface Asking {
	readonly read: ReadContext;
	view<I, O, R extends Refusal>(view: View<I, O, R>, input: I): Promise<Outcome<O, R>>;
	run<I, O, R extends Refusal>(useCase: UseCase<I, O, R>, input: I): Promise<Outcome<O, R>>;
}

/** Somebody at an instant: `await asActor(connections, head, WORLD_NOW).run(confirmActivity, {…})`. */
export function asActor(
	connections: Connections,
	actor: Actor,
	at: Instant,
	random: RandomSource = chance
): Asking {
	const read = readContext(connections, actor, at);
	return {
		read,
		view: (view, input) => view(read, input),
		run: (useCase, input) =>
			runUseCase(
				{ connections, random, keys: testKeys, log },
				{ actor, at, language: 'vi' },
				useCase,
				input
			)
	};
}

/** Runs one use case in a transaction of its own, through the door: kept on ok, undone on a refusal. */
export function runIn<I, O, R extends Refusal>(
	connections: Connections,
	actor: Actor,
	at: Instant,
	useCase: UseCase<I, O, R>,
	input: I
): Promise<Outcome<O, R>> {
	return asActor(connections, actor, at).run(useCase, input);
}
