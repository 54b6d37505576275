import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way people says no. */
export const peopleRefusals = {
	'not-found': 404,
	'sign-in-needed': 401,
	'format-later': 422,
	'consent-text-changed': 409,
	'administrator-first': 409,
	'username-taken': 409
} as const;
export type PeopleRefusalCode = keyof typeof peopleRefusals;
export type PeopleRefusal = Refusal<PeopleRefusalCode>;
export const refuse = refuser(peopleRefusals);
