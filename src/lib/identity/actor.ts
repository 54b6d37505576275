import type { Role } from './roles.ts';

/** Who asks. Built by src/actor.server.ts from the session (identity) and the posts (units). */
export interface Actor {
	/** `operator` is a command on this machine: it may do everything and is written as such in the audit. */
	readonly kind: 'anonymous' | 'account' | 'operator';
	readonly accountId: string | null;
	/** A contestant's account carries the person's own id (people.person.id = identity.account.id). */
	readonly personId: string | null;
	readonly posts: readonly ActorPost[];
}

export interface ActorPost {
	readonly role: Role;
	/** null: the whole instance (the administrator). */
	readonly unitKey: string | null;
}

export const anonymous: Actor = { kind: 'anonymous', accountId: null, personId: null, posts: [] };
export const operator: Actor = { kind: 'operator', accountId: null, personId: null, posts: [] };
