import { refuser, type Refusal } from '#lib/kernel/outcome.ts';

/** Every way the door itself says no, before any use case is asked. */
export const doorRefusals = {
	invalid: 422,
	'unreadable-json': 400,
	'unreadable-form': 400,
	'foreign-origin': 403,
	'wrong-method': 405,
	'too-large': 413,
	'wrong-content-type': 415,
	'not-found': 404,
	'sign-in-needed': 401,
	busy: 503,
	unexpected: 500
} as const;
export type DoorRefusalCode = keyof typeof doorRefusals;
export type DoorRefusal = Refusal<DoorRefusalCode>;
export const refuse = refuser(doorRefusals);
