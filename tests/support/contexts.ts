import type { Actor } from '#lib/identity/actor.ts';
import type { ReadContext, UseCase, View } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Outcome, Refusal } from '#lib/kernel/outcome.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import type { Connections } from '#lib/server/db/client.ts';
import type { InstanceKeys } from '#lib/server/door/context.ts';
import { seededRandom } from './random.ts';

export const testKeys: InstanceKeys = {
	card: Buffer.alloc(32, 'card'),
	token: Buffer.alloc(32, 'token')
};

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
		run: async (useCase, input) => {
			const tx = await connections.write.startTransaction().execute();
			try {
				const outcome = await useCase(
					{ actor, at, language: 'vi', keys: testKeys, tx, random },
					input
				);
				const stands = outcome.ok || outcome.refusal.keep === true;
				await (stands ? tx.commit() : tx.rollback()).execute();
				return outcome;
			} catch (error) {
				if (!tx.isCommitted && !tx.isRolledBack) await tx.rollback().execute();
				throw error;
			}
		}
	};
}

/** Runs one use case in a transaction of its own, as the door does: kept on ok, undone on a refusal. */
export function runIn<I, O, R extends Refusal>(
	connections: Connections,
	actor: Actor,
	at: Instant,
	useCase: UseCase<I, O, R>,
	input: I
): Promise<Outcome<O, R>> {
	return asActor(connections, actor, at).run(useCase, input);
}
