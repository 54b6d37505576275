/** What decides whether an attempt counts. Times are epoch milliseconds. */
export interface AttemptClaim {
	readonly status: 'submitted' | 'auto';
	readonly voided: boolean;
	readonly startedMs: number;
	/** Counts starts, void ones too, from 1. */
	readonly seq: number;
}

export interface ValidityRules {
	readonly opensMs: number;
	readonly closesMs: number;
	readonly attemptsMax: number;
	/** Granted to this person by an accommodation. */
	readonly extraAttempts: number;
	readonly excluded: boolean;
}

/**
 * Contract §4.1: ended, not void, started inside the round, within the attempts granted, person not
 * excluded. The end of the attempt is the server's to bind and is not looked at here.
 */
export function isValidAttempt(attempt: AttemptClaim, rules: ValidityRules): boolean {
	return (
		!attempt.voided &&
		!rules.excluded &&
		rules.opensMs <= attempt.startedMs &&
		attempt.startedMs < rules.closesMs &&
		attempt.seq <= rules.attemptsMax + rules.extraAttempts
	);
}
