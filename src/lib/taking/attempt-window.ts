import { addMs, earlier, type Instant } from '#lib/kernel/instant.ts';

/** What decides when an attempt ends (contract §4 point 1). */
export interface AttemptTerms {
	readonly startedAt: Instant;
	readonly closesAt: Instant;
	readonly durationMs: number;
	/** True: closing is the last moment to enter, and the full duration runs on. */
	readonly grace: boolean;
	/** The person's multiplier of the duration, numerator and denominator, ≥ 1. It never moves closing. */
	readonly extraTime: readonly [number, number];
}

/** An attempt's own end, as told to the person, and what is allowed for packets in flight. */
export interface AttemptWindow {
	readonly endsAt: Instant;
	readonly allowanceMs: number;
}

export type EndKind = 'submitted' | 'auto';
export type AttemptStatus = 'open' | EndKind;

/** min(startedAt + duration·m, closesAt), or startedAt + duration·m with grace; whole ms, cut off. */
export function attemptEnd(terms: AttemptTerms): Instant {
	const [n, d] = terms.extraTime;
	const full = addMs(terms.startedAt, Math.floor((terms.durationMs * n) / d));
	return terms.grace ? full : earlier(full, terms.closesAt);
}

/** The first instant at which the attempt has ended by itself. */
export function dueAt(window: AttemptWindow): Instant {
	return addMs(window.endsAt, window.allowanceMs);
}

/**
 * Saves that arrived in time may still be on their way to the disk. Who records an end or freezes a result
 * keeps this far behind `dueAt`.
 */
export const IN_FLIGHT_MS = 5_000;

/** May a save or the submission that arrives `at` still count? */
export function takesSaves(window: AttemptWindow, at: Instant): boolean {
	return at < dueAt(window);
}

/** The status wherever it is read: a function of time, not of a sweeper having run. */
export function attemptStatus(
	attempt: { readonly window: AttemptWindow; readonly end: { readonly kind: EndKind } | null },
	at: Instant
): AttemptStatus {
	if (attempt.end) return attempt.end.kind;
	return takesSaves(attempt.window, at) ? 'open' : 'auto';
}
