export type Selection = 'best' | 'last' | 'first';

/** A valid attempt, as ranking sees it. Times are epoch milliseconds. */
export interface ValidAttempt {
	readonly id: string;
	readonly seq: number;
	readonly score: number;
	/** Normalised by extra time. */
	readonly elapsed: number;
	readonly submittedMs: number;
	/** null where the bundle does not say it and no key asks. */
	readonly startedMs: number | null;
	readonly prediction: number | null;
}

/** One person in one round: the selected result and what the other valid attempts add. */
export interface RoundTally {
	readonly selected: ValidAttempt;
	readonly attempts: number;
	readonly firstSubmittedMs: number;
	/** Some valid attempt, selected or not, is at full marks. */
	readonly full: boolean;
}

/**
 * Does `a` go before `b` under the rule? Contract §4.3: best is [score↓, elapsed↑, submittedAt↑, seq↑];
 * the prediction is no key here, or further attempts would buy further guesses.
 */
export function prefers(select: Selection, a: ValidAttempt, b: ValidAttempt): boolean {
	if (select === 'first') return a.seq < b.seq;
	if (select === 'last') return a.seq > b.seq;
	if (a.score !== b.score) return a.score > b.score;
	if (a.elapsed !== b.elapsed) return a.elapsed < b.elapsed;
	if (a.submittedMs !== b.submittedMs) return a.submittedMs < b.submittedMs;
	return a.seq < b.seq;
}

export interface TallyRules {
	readonly select: Selection;
	readonly maxScore: number;
}

/** Adds one valid attempt to a person's tally of a round; attempts may come in any order. */
export function addAttempt(
	tally: RoundTally | undefined,
	attempt: ValidAttempt,
	rules: TallyRules
): RoundTally {
	const full = attempt.score === rules.maxScore;
	if (tally === undefined)
		return { selected: attempt, attempts: 1, firstSubmittedMs: attempt.submittedMs, full };
	return {
		selected: prefers(rules.select, attempt, tally.selected) ? attempt : tally.selected,
		attempts: tally.attempts + 1,
		firstSubmittedMs: Math.min(tally.firstSubmittedMs, attempt.submittedMs),
		full: tally.full || full
	};
}
