import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way this room says no, with its HTTP status. */
export const contestRefusals = {
	'not-found': 404,
	'sign-in-needed': 401,
	'rules-frozen': 409,
	'round-not-open': 409,
	'not-in-scope': 403,
	'choose-unit': 422,
	'unit-not-yours': 422,
	'form-unfillable': 409
} as const;

export type ContestRefusalCode = keyof typeof contestRefusals;
export type ContestRefusal = Refusal<ContestRefusalCode>;
export const refuse = refuser(contestRefusals);
