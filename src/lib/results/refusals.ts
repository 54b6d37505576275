import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way this room says no, with its HTTP status. */
export const resultsRefusals = {
	'not-found': 404,
	'sign-in-needed': 401,
	'round-not-closed': 409,
	'attempts-running': 409,
	'rules-later': 409,
	'bundle-unsound': 422
} as const;

export type ResultsRefusalCode = keyof typeof resultsRefusals;
export type ResultsRefusal = Refusal<ResultsRefusalCode>;
export const refuse = refuser(resultsRefusals);
