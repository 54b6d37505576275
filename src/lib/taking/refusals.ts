import { refuser, type Refusal } from '#lib/kernel/outcome.ts';
import type { StoredAnswer } from './save.ts';

/** Every way this room says no, with its HTTP status. */
export const takingRefusals = {
	'not-found': 404,
	'sign-in-needed': 401,
	'contestants-only': 403,
	'consent-missing': 403,
	'round-not-open': 409,
	'round-closed': 409,
	'attempts-used-up': 409,
	'rule-later': 409,
	'attempt-ended': 409,
	'continued-elsewhere': 409,
	'prediction-not-asked': 409,
	'prediction-needed': 422,
	invalid: 422,
	busy: 503
} as const;

export type TakingRefusalCode = keyof typeof takingRefusals;
export type TakingRefusal = Refusal<TakingRefusalCode>;
export const refuse = refuser(takingRefusals);

/** Told to a device that was left: what is stored for the position it tried to save. */
export interface ContinuedElsewhere extends Refusal<'continued-elsewhere'> {
	readonly stored: StoredAnswer | null;
}
