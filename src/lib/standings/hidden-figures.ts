import { roundPhase, type RoundWindow } from '#lib/contest/round-phase.ts';
import type { Rules } from '#lib/contest/rules.ts';
import type { Instant } from '#lib/kernel/instant.ts';

/** Counts of a contest that may be, or give away, what people are still predicting. */
export const givingAway = ['started', 'completed', 'passed', 'perfect', 'attempts'] as const;
export type HiddenFigure = (typeof givingAway)[number];

/** A round as far as hiding asks; `settled`: nothing of it runs any more (null: nobody began it). */
export interface PredictedRound extends RoundWindow {
	readonly settled: boolean | null;
}

export interface PredictedContest {
	readonly rules: Pick<Rules, 'prediction' | 'passShare' | 'attemptsMax'>;
	/** Questions of a paper: full marks are at least so many. */
	readonly questions: number;
	readonly rounds: readonly PredictedRound[];
}

/**
 * Which counts nobody may see at `at` (contract §2, Standings): from the opening of a round whose result people
 * predict until it has closed and nothing of it runs, the predicted quantity and all that tells it. Other days
 * and units are no way round it, so the whole contest hides them.
 */
export function hiddenFigures(contest: PredictedContest, at: Instant): ReadonlySet<HiddenFigure> {
	const { prediction } = contest.rules;
	const isOpen = contest.rounds.some((round) => isBeingPredicted(round, at));
	return new Set(prediction && isOpen ? tellingOf(prediction.quantity, contest) : []);
}

function isBeingPredicted(round: PredictedRound, at: Instant): boolean {
	const phase = roundPhase(round, at);
	return phase === 'open' || (phase === 'closed' && round.settled === false);
}

type Quantity = NonNullable<Rules['prediction']>['quantity'];

function tellingOf(quantity: Quantity, contest: PredictedContest): readonly HiddenFigure[] {
	switch (quantity) {
		case 'ALL_CORRECT_PEOPLE':
			return needsFullMarks(contest) ? ['passed', 'perfect'] : ['perfect'];
		case 'PARTICIPANTS':
			return givingAway;
		case 'ATTEMPTS':
			// One attempt a person: people are attempts.
			return contest.rules.attemptsMax === 1 ? ['started', 'completed', 'attempts'] : ['attempts'];
	}
}

/** To pass is to have full marks: no whole score lies between the pass mark and full marks. */
function needsFullMarks({ rules, questions }: PredictedContest): boolean {
	const [n, d] = rules.passShare;
	return n * questions > d * (questions - 1);
}
