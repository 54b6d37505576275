import { actualOf, predictionError, type PredictionRules } from './prediction.ts';
import { rank, type Ranked } from './rank.ts';
import type { KeyFacts, RankingChain } from './ranking-keys.ts';
import type { RoundTally } from './select-attempt.ts';

/** A person with what they did in each round, in the order of the rounds; null: no valid attempt there. */
export interface PersonTallies {
	readonly id: string;
	readonly unitId: string;
	readonly group: string | null;
	readonly registeredMs: number | null;
	readonly rounds: readonly (RoundTally | null)[];
}

export interface BoardRow extends KeyFacts {
	/** The person's id. */
	readonly id: string;
	readonly group: string | null;
	/** The selected attempt; null in a final. */
	readonly attemptId: string | null;
}

export interface GroupBoard {
	readonly group: string | null;
	readonly rows: readonly Ranked<BoardRow>[];
}

export interface RoundShape {
	/** Place of the round among the rounds. */
	readonly index: number;
	readonly maxScore: number;
	readonly prediction: PredictionRules | null;
}

export interface RoundRows {
	/** The predicted quantity as it came out; null without a prediction. */
	readonly actual: number | null;
	readonly rows: readonly BoardRow[];
}

/** The unranked rows of one round: everyone with a valid attempt in it (contract §4.4 and §4.5). */
export function roundRows(people: readonly PersonTallies[], round: RoundShape): RoundRows {
	const tallies = people.flatMap((person) => person.rounds[round.index] ?? []);
	const actual = round.prediction && actualOf(round.prediction.quantity, tallies);
	const rows = people.flatMap((person) => {
		const tally = person.rounds[round.index];
		return tally ? [roundRow(person, tally, { ...round, actual })] : [];
	});
	return { actual, rows };
}

function roundRow(
	person: PersonTallies,
	tally: RoundTally,
	round: RoundShape & { actual: number | null }
): BoardRow {
	const { selected } = tally;
	const { prediction, actual } = round;
	return {
		id: person.id,
		group: person.group,
		attemptId: selected.id,
		score: selected.score,
		predictionError:
			prediction && actual !== null
				? predictionError(selected.prediction, actual, prediction.rule)
				: null,
		elapsed: selected.elapsed,
		submittedMs: selected.submittedMs,
		startedMs: selected.startedMs,
		firstSubmittedMs: tally.firstSubmittedMs,
		registeredMs: person.registeredMs,
		attempts: tally.attempts,
		perfect: selected.score === round.maxScore ? 1 : 0
	};
}

export interface FinalShape {
	/** Full marks of each round, in order. */
	readonly maxScores: readonly number[];
	readonly durationMs: number;
}

/**
 * The unranked rows of the final (contract §4.7): everyone with a valid attempt in some round; a missed
 * round adds score 0, the whole duration and no attempt.
 */
export function finalRows(people: readonly PersonTallies[], final: FinalShape): BoardRow[] {
	return people
		.filter((person) => person.rounds.some((tally) => tally !== null))
		.map((person) => finalRow(person, final));
}

function finalRow(person: PersonTallies, final: FinalShape): BoardRow {
	const { id, group, registeredMs, rounds } = person;
	const taken = rounds.filter((tally) => tally !== null);
	const sum = (value: (tally: RoundTally) => number) =>
		taken.reduce((total, tally) => total + value(tally), 0);
	const missed = final.maxScores.length - taken.length;
	return {
		id,
		group,
		attemptId: null,
		score: sum(({ selected }) => selected.score),
		elapsed: sum(({ selected }) => selected.elapsed) + missed * final.durationMs,
		attempts: sum(({ attempts }) => attempts),
		perfect: rounds.filter((tally, at) => tally?.selected.score === final.maxScores[at]).length,
		firstSubmittedMs: Math.min(...taken.map(({ firstSubmittedMs }) => firstSubmittedMs)),
		registeredMs,
		predictionError: null,
		submittedMs: null,
		startedMs: null
	};
}

/** Every declared group in declared order, empty ones too; without groups the one group null (§4.6). */
export function groupBoards(
	rows: readonly BoardRow[],
	groups: readonly string[],
	chain: RankingChain
): GroupBoard[] {
	if (groups.length === 0) return [{ group: null, rows: rank(rows, chain) }];
	const byGroup = Map.groupBy(rows, (row) => row.group);
	return groups.map((group) => ({ group, rows: rank(byGroup.get(group) ?? [], chain) }));
}
