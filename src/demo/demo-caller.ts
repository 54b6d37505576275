import { anonymous, operator, type Actor } from '#lib/identity/actor.ts';
import type { UseCase } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Refusal } from '#lib/kernel/outcome.ts';
import { runUseCase, type Door } from '#lib/server/door/run.server.ts';

/** Who does something in the demo, at an instant of the demo's own time. */
export interface DemoCaller {
	readonly door: Door;
	readonly actor: Actor;
	readonly at: Instant;
}

/** Runs a use case for the demo; a refusal there is a slip of the demo, so it throws. */
export async function play<I, O, R extends Refusal>(
	{ door, actor, at }: DemoCaller,
	useCase: UseCase<I, O, R>,
	input: I
): Promise<O> {
	const outcome = await runUseCase(door, { actor, at, language: 'vi' }, useCase, input);
	if (outcome.ok) return outcome.value;
	throw new Error(`the demo was refused: ${useCase.name} ${JSON.stringify(outcome.refusal)}`);
}

/** The loader itself, as a command on this machine. */
export function asOperator(door: Door, at: Instant): DemoCaller {
	return { door, actor: operator, at };
}

export function asNobody(door: Door, at: Instant): DemoCaller {
	return { door, actor: anonymous, at };
}

/** A person of the roster, as after a card sign-in. */
export function asPerson(door: Door, personId: string, at: Instant): DemoCaller {
	return { door, actor: { kind: 'account', accountId: personId, personId, posts: [] }, at };
}
