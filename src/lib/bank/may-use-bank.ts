import { permitsSomewhere, type Ability } from '#lib/identity/abilities.ts';
import type { Actor } from '#lib/identity/actor.ts';
import type { Refused } from '#lib/kernel/outcome.ts';
import { refuse, type BankRefusal } from './refusals.ts';

/**
 * A bank belongs to no unit: whoever holds the ability anywhere has it for every bank. `null` when allowed;
 * otherwise sign in first, or nothing is known to exist.
 */
export function bankRefused(
	actor: Actor,
	ability: Extract<Ability, `bank.${string}`>
): Refused<BankRefusal> | null {
	if (permitsSomewhere(actor, ability)) return null;
	return actor.kind === 'anonymous' ? refuse('sign-in-needed') : refuse('not-found');
}
