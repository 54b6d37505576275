/** Usernames do not mind case or spaces around them; letters, digits, dot, dash, underscore, 3 to 40. */
export function readUsername(typed: string): string {
	return typed.normalize('NFKC').trim().toLowerCase();
}
export const USERNAME = /^[a-z0-9][a-z0-9._-]{2,39}$/;
/** Shorter ones are guessed; length is the only rule, so that a sentence may be a password. */
export const SHORTEST_PASSWORD = 10;
