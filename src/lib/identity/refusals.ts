import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way identity says no. Nothing here tells who a card or a username belongs to. */
export const identityRefusals = {
	'unknown-card': 401,
	'wrong-pin': 401,
	'card-locked': 429,
	'wrong-password': 401,
	'account-locked': 429,
	'too-many-attempts': 429,
	'username-taken': 409,
	'link-unknown': 404,
	'link-used': 410,
	'link-expired': 410
} as const;
export type IdentityRefusalCode = keyof typeof identityRefusals;
export type IdentityRefusal = Refusal<IdentityRefusalCode>;
export const refuse = refuser(identityRefusals);
