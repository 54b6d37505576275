import type { Instant } from '#lib/kernel/instant.ts';

/** What a sign-in gives the door: the session id for the cookie, and whose it is. */
export interface SignedIn {
	readonly token: string;
	readonly expiresAt: Instant;
	readonly accountId: string;
	readonly personId: string | null;
}
