import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way this room says no, with its HTTP status. */
export const activitiesRefusals = {
	'not-found': 404,
	'sign-in-needed': 401,
	'already-confirmed': 409,
	'already-recorded': 409,
	'held-in-future': 422,
	'unit-not-open': 422
} as const;
export type ActivitiesRefusalCode = keyof typeof activitiesRefusals;
export type ActivitiesRefusal = Refusal<ActivitiesRefusalCode>;
export const refuse = refuser(activitiesRefusals);
