import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way this room says no, with its HTTP status. */
export const unitsRefusals = {
	'not-found': 404,
	'sign-in-needed': 401,
	'unit-needed': 422,
	'unit-unknown': 422
} as const;
export type UnitsRefusalCode = keyof typeof unitsRefusals;
export type UnitsRefusal = Refusal<UnitsRefusalCode>;
export const refuse = refuser(unitsRefusals);
