/** What a row of a board can be ranked by. Times are epoch milliseconds, durations milliseconds. */
export interface KeyFacts {
	readonly score: number;
	/** null: no prediction, none given, or above the actual under `not_over`. */
	readonly predictionError: number | null;
	/** Normalised by extra time. */
	readonly elapsed: number;
	readonly submittedMs: number | null;
	readonly startedMs: number | null;
	readonly firstSubmittedMs: number;
	readonly registeredMs: number | null;
	/** Valid attempts. */
	readonly attempts: number;
	/** Rounds whose one result is at full marks. */
	readonly perfect: number;
}

export type BoardKind = 'round' | 'final';
export type Direction = 'asc' | 'desc';

interface KeyEntry {
	readonly value: (facts: KeyFacts) => number | null;
	/** Whether `ranking.final` takes it too; every key stands in `ranking.round`. */
	readonly inFinal: boolean;
}

/** The keys of contract §3, one entry each. A new tie-break key is one entry here and its words in messages. */
const keys = {
	score: { value: (facts) => facts.score, inFinal: true },
	predictionError: { value: (facts) => facts.predictionError, inFinal: false },
	elapsed: { value: (facts) => facts.elapsed, inFinal: true },
	submittedAt: { value: (facts) => facts.submittedMs, inFinal: false },
	startedAt: { value: (facts) => facts.startedMs, inFinal: false },
	firstSubmittedAt: { value: (facts) => facts.firstSubmittedMs, inFinal: true },
	registeredAt: { value: (facts) => facts.registeredMs, inFinal: true },
	attempts: { value: (facts) => facts.attempts, inFinal: true },
	perfect: { value: (facts) => facts.perfect, inFinal: true }
} as const satisfies Record<string, KeyEntry>;

export type RankingKey = keyof typeof keys;
export const rankingKeys: Readonly<Record<RankingKey, KeyEntry>> = keys;

/** Keys in order with their direction: contract §3 `ranking.round` and `ranking.final`. */
export type RankingChain = readonly (readonly [RankingKey, Direction])[];

const allKeys = Object.keys(keys) as RankingKey[];

/** The keys that a chain of that board may use (contract §4.5). */
export function keysOf(board: BoardKind): readonly RankingKey[] {
	return board === 'round' ? allKeys : allKeys.filter((key) => rankingKeys[key].inFinal);
}

export function isInForce(chain: RankingChain, key: RankingKey): boolean {
	return chain.some(([name]) => name === key);
}

/** The chain of a live board: what only the closed round can know is left out (contract §2 Standings). */
export function withoutPrediction(chain: RankingChain): RankingChain {
	return chain.filter(([key]) => key !== 'predictionError');
}

/**
 * Orders two rows by a chain and by nothing else: rows equal on every key are 0, so they share a rank.
 * Nulls tie with each other and sort last under either direction (contract §4.5).
 */
export function comparing(chain: RankingChain): (a: KeyFacts, b: KeyFacts) => -1 | 0 | 1 {
	return (a, b) => {
		for (const [key, direction] of chain) {
			const order = compareValues(rankingKeys[key].value(a), rankingKeys[key].value(b), direction);
			if (order !== 0) return order;
		}
		return 0;
	};
}

function compareValues(a: number | null, b: number | null, direction: Direction): -1 | 0 | 1 {
	if (a === b) return 0;
	if (a === null) return 1;
	if (b === null) return -1;
	return a < b === (direction === 'asc') ? -1 : 1;
}

/** Which key put `above` over `row`; null when they share the rank. The page says it in words. */
export function decidedBy(above: KeyFacts, row: KeyFacts, chain: RankingChain): RankingKey | null {
	const deciding = chain.find((link) => comparing([link])(above, row) !== 0);
	return deciding === undefined ? null : deciding[0];
}
