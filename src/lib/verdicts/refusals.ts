import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way verdicts say no. */
export const verdictsRefusals = {
	'not-found': 404,
	'sign-in-needed': 401
} as const;
export type VerdictsRefusalCode = keyof typeof verdictsRefusals;
export type VerdictsRefusal = Refusal<VerdictsRefusalCode>;
export const refuse = refuser(verdictsRefusals);
