import { addMs, type Instant } from '#lib/kernel/instant.ts';

interface Closing {
	readonly closesAt: Instant;
	readonly durationMs: number;
	readonly grace: boolean;
}

/** May an ended attempt's total be told? Before closing only where the rules say at once (contract §2, Attempt). */
export function mayShowScore(
	round: Closing & { readonly showScore: 'at_once' | 'after_round' },
	at: Instant
): boolean {
	return round.showScore === 'at_once' || at >= round.closesAt;
}

/**
 * May keys, explanations and marks per item be told? Never before closing, for anybody; with grace not
 * before the last who entered has run out of time.
 */
export function mayShowAnswers(
	round: Closing & { readonly showAnswers: 'never' | 'after_round' },
	at: Instant
): boolean {
	const quiet = round.grace ? addMs(round.closesAt, round.durationMs) : round.closesAt;
	return round.showAnswers === 'after_round' && at >= quiet;
}
