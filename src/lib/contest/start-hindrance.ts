import type { Facts } from '#lib/kernel/outcome.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { laterRulesAtStart } from './later-rules.ts';
import type { PlaceChoice } from './entry.ts';
import { roundPhase, type RoundWindow } from './round-phase.ts';
import type { Rules } from './rules.ts';

/** Why somebody may not start now: the codes of the refusals that a start would meet. */
export type HindranceCode =
	| 'round-not-open'
	| 'round-closed'
	| 'sign-in-needed'
	| 'contestants-only'
	| 'consent-missing'
	| 'rule-later'
	| 'not-in-scope'
	| 'attempts-used-up';

export interface Hindrance {
	readonly code: HindranceCode;
	readonly facts: Facts;
}

/** What is known of who asks. */
export type Asker =
	| { readonly kind: 'anonymous' }
	/** Signed in, but no contestant. */
	| { readonly kind: 'staff' }
	| {
			readonly kind: 'person';
			/** Whose consent to take part is missing; empty: it is complete. */
			readonly consentMissing: readonly string[];
			readonly under16: boolean;
			readonly place: PlaceChoice['kind'];
			/** Attempts the person may start in the round in all. */
			readonly attemptsMax: number;
			/** Started so far; left out where it is not known (it belongs to taking). */
			readonly attemptsUsed?: number | undefined;
	  };

/**
 * What keeps somebody from starting in a round now, in the order in which a start asks (taking's
 * admission): the round, who it is, consent, rules not applied yet, scope, attempts. null: nothing.
 */
export function startHindrance(
	round: RoundWindow & { readonly rules: Rules },
	asker: Asker,
	at: Instant
): Hindrance | null {
	const phase = roundPhase(round, at);
	if (phase === 'upcoming') return { code: 'round-not-open', facts: { opensAt: round.opensAt } };
	if (phase === 'closed') return { code: 'round-closed', facts: { closesAt: round.closesAt } };
	if (asker.kind === 'anonymous') return { code: 'sign-in-needed', facts: {} };
	if (asker.kind === 'staff') return { code: 'contestants-only', facts: {} };
	if (asker.consentMissing.length > 0)
		return { code: 'consent-missing', facts: { missing: asker.consentMissing.join(', ') } };
	const [rule] = laterRulesAtStart(round.rules, asker);
	if (rule !== undefined) return { code: 'rule-later', facts: { rule } };
	if (asker.place === 'nowhere') return { code: 'not-in-scope', facts: {} };
	const { attemptsUsed, attemptsMax } = asker;
	if (attemptsUsed !== undefined && attemptsUsed >= attemptsMax)
		return { code: 'attempts-used-up', facts: { attemptsMax } };
	return null;
}
