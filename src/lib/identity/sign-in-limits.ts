import { addMs, msBetween, type Instant } from '#lib/kernel/instant.ts';

/** Wrong PINs or passwords in a row that shut a card or an account. */
export const WRONG_TRIES = 5;
/** A wrong try older than this is forgotten. */
export const MEMORY_MS = 24 * 3_600_000;
export const LOCK_MS = 10 * 60_000;
/** Wrong cards, PINs and passwords together that one address may try in a minute (contract §2, Doors). */
export const ADDRESS_TRIES = 20;
export const ADDRESS_WINDOW_MS = 60_000;

export type WrongTry =
	{ readonly kind: 'tries-left'; readonly left: number } | { readonly kind: 'lock' };

/** What one more wrong try does, after `before` wrong ones in a row. */
export function afterWrongTry(before: number): WrongTry {
	const left = WRONG_TRIES - before - 1;
	return left > 0 ? { kind: 'tries-left', left } : { kind: 'lock' };
}

/**
 * How long an address waits, in ms, 0 when it need not. `failures` are its latest wrong tries inside the
 * window, newest first, at most ADDRESS_TRIES of them.
 */
export function addressWaitMs(failures: readonly Instant[], at: Instant): number {
	const oldest = failures[ADDRESS_TRIES - 1];
	if (oldest === undefined) return 0;
	return Math.max(0, msBetween(at, addMs(oldest, ADDRESS_WINDOW_MS)));
}
