import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import type { UseCase } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Refusal } from '#lib/kernel/outcome.ts';
import { runUseCase, type Door } from '#lib/server/door/run.server.ts';

/** Runs a use case for the demo; a refusal there is a slip of the demo, so it throws. */
export async function play<I, O, R extends Refusal>(
	door: Door,
	who: { readonly actor: Actor; readonly at: Instant },
	useCase: UseCase<I, O, R>,
	input: I
): Promise<O> {
	const outcome = await runUseCase(door, { ...who, language: 'vi' }, useCase, input);
	if (outcome.ok) return outcome.value;
	throw new Error(`the demo was refused: ${useCase.name} ${JSON.stringify(outcome.refusal)}`);
}

/** The loader itself, as a command on this machine. */
export const asOperator = (at: Instant) => ({ actor: operator, at });
export const asNobody = (at: Instant) => ({ actor: anonymous, at });

/** A person of the roster, as after a card sign-in. */
export function asPerson(personId: string, at: Instant) {
	return { actor: { kind: 'account', accountId: personId, personId, posts: [] } as Actor, at };
}
