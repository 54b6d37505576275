import { epochMs, type Instant } from '#lib/kernel/instant.ts';
import { predictionError, type PredictionRules } from './prediction.ts';
import type { KeyFacts, RankingChain } from './ranking-keys.ts';
import { sortKey } from './sort-key.ts';

/** What of a board's row the ranking asks. */
export interface RankedFacts {
	readonly personId: string;
	readonly score: number;
	readonly elapsed: number;
	readonly submittedAt: Instant;
	readonly startedAt: Instant;
	readonly firstSubmittedAt: Instant;
	readonly registeredAt: Instant;
	readonly attempts: number;
	readonly perfect: number;
	readonly hasFull: boolean;
	readonly prediction: number | null;
	readonly predictionError: number | null;
}

export function keyFactsOf(row: RankedFacts): KeyFacts {
	const { score, predictionError, elapsed, attempts, perfect } = row;
	return {
		score,
		predictionError,
		elapsed,
		attempts,
		perfect,
		submittedMs: epochMs(row.submittedAt),
		startedMs: epochMs(row.startedAt),
		firstSubmittedMs: epochMs(row.firstSubmittedAt),
		registeredMs: epochMs(row.registeredAt)
	};
}

export interface SettledRound {
	readonly actual: number | null;
	readonly keys: readonly {
		readonly personId: string;
		readonly predictionError: number | null;
		readonly sortKey: Uint8Array;
	}[];
}

/** The rows of a closed round under its whole chain, now that what was predicted is known. */
export function settleRound(
	rows: readonly RankedFacts[],
	prediction: PredictionRules | null,
	chain: RankingChain
): SettledRound {
	const actual = prediction && actualOfRows(rows, prediction);
	const keys = rows.map((row) => {
		const error =
			prediction && actual !== null
				? predictionError(row.prediction, actual, prediction.rule)
				: null;
		const facts = keyFactsOf({ ...row, predictionError: error });
		return { personId: row.personId, predictionError: error, sortKey: sortKey(facts, chain) };
	});
	return { actual, keys };
}

function actualOfRows(rows: readonly RankedFacts[], { quantity }: PredictionRules): number {
	switch (quantity) {
		case 'ALL_CORRECT_PEOPLE':
			return rows.filter((row) => row.hasFull).length;
		case 'PARTICIPANTS':
			return rows.length;
		case 'ATTEMPTS':
			return rows.reduce((sum, row) => sum + row.attempts, 0);
	}
}
