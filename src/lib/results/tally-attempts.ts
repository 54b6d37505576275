import type { BundleContest } from './bundle.ts';
import { isValidAttempt } from '#lib/standings/attempt-validity.ts';
import type { PersonTallies } from '#lib/standings/board.ts';
import { normalisedElapsed } from '#lib/standings/elapsed.ts';
import { addAttempt, type RoundTally, type ValidAttempt } from '#lib/standings/select-attempt.ts';
import type { AttemptLine } from './attempt-line.ts';

/**
 * Folds attempts into people's tallies, one by one: what is kept grows with people and rounds, not with
 * attempts.
 */
export class AttemptTallies {
	private readonly tallies: (RoundTally | undefined)[];
	private readonly contest: BundleContest;

	constructor(contest: BundleContest) {
		this.contest = contest;
		this.tallies = new Array<RoundTally | undefined>(
			contest.people.length * contest.rounds.length
		).fill(undefined);
	}

	add(line: AttemptLine): void {
		const attempt = validAttempt(line, this.contest);
		const round = this.contest.rounds[line.round];
		if (attempt === null || round === undefined) return;
		const at = line.person * this.contest.rounds.length + line.round;
		const { select } = this.contest.rules;
		this.tallies[at] = addAttempt(this.tallies[at], attempt, { select, maxScore: round.maxScore });
	}

	/** People with a valid attempt in some round. */
	people(): PersonTallies[] {
		return this.contest.people.flatMap((person, index) => {
			const rounds = this.contest.rounds.map((_, round) => this.at(index, round));
			if (rounds.every((tally) => tally === null)) return [];
			const { id, unitId, group, registeredMs } = person;
			return [{ id, unitId, group, registeredMs, rounds }];
		});
	}

	private at(person: number, round: number): RoundTally | null {
		return this.tallies[person * this.contest.rounds.length + round] ?? null;
	}
}

/** The attempt as ranking sees it, or null when it does not count. A public bundle holds valid ones only. */
export function validAttempt(line: AttemptLine, contest: BundleContest): ValidAttempt | null {
	const { id, seq, score, submittedMs, startedMs, prediction } = line;
	if (line.elapsed !== null)
		return { id, seq, score, submittedMs, startedMs, prediction, elapsed: line.elapsed };
	const person = contest.people[line.person];
	const round = contest.rounds[line.round];
	if (!person || !round || startedMs === null || line.status === null) return null;
	const claim = { status: line.status, voided: line.voided, startedMs, seq };
	const { extraAttempts, excluded, extraTime } = person;
	const { attemptsMax } = contest.rules;
	const window = { opensMs: round.opensAt, closesMs: round.closesAt };
	const rules = { ...window, attemptsMax, extraAttempts, excluded };
	if (!isValidAttempt(claim, rules)) return null;
	const elapsed = normalisedElapsed(
		{ startedMs, submittedMs, status: line.status },
		contest.rules.durationSeconds * 1000,
		extraTime
	);
	return { id, seq, score, submittedMs, startedMs, prediction, elapsed };
}
