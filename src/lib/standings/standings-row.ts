import type { Instant } from '#lib/kernel/instant.ts';
import type { UnitFlag } from './collective.ts';
import { decidedBy, isInForce, type RankingChain, type RankingKey } from './ranking-keys.ts';
import { keyFactsOf, type RankedFacts } from './settle-round.ts';

/** A person on a board (contract §2 Standings): the keys in force, and what puts them above the next. */
export interface PersonStanding extends KeysShown {
	readonly rank: number;
	/** Masked; the full name on the reader's own row. */
	readonly name: string;
	/** Key of the unit. */
	readonly unit: string;
	readonly unitName: string;
	readonly group: string | null;
	readonly score: number;
	/** ms, normalised by extra time. */
	readonly elapsed: number;
	/** The key that puts this row above the next one; null when they share the rank, or nobody follows. */
	readonly decidedBy: RankingKey | null;
	/** The reader's own row. */
	readonly mine: boolean;
}

/** Keys of the chain, where it has them. */
export interface KeysShown {
	readonly predictionError?: number | null;
	readonly prediction?: number | null;
	readonly submittedAt?: Instant;
	readonly startedAt?: Instant;
	readonly firstSubmittedAt?: Instant;
	readonly registeredAt?: Instant;
	readonly attempts?: number;
	readonly perfect?: number;
}

/** A unit on a board: a row of contract §4 `collective`, with its name and rate. */
export interface UnitStanding {
	readonly rank: number | null;
	readonly unitId: string;
	readonly name: string;
	readonly league: string | null;
	/** null while the round is open and this is what people predict. */
	readonly participants: number | null;
	readonly attempts: number | null;
	readonly headcount: number | null;
	/** participants over headcount; null when either is not known. */
	readonly rate: readonly [number, number] | null;
	readonly value: readonly [string, string] | null;
	readonly flags: readonly UnitFlag[];
}

/** What a row shows of the keys of the chain in force; nothing of the prediction unless it is in it. */
export function keysShown(row: RankedFacts, chain: RankingChain): KeysShown {
	const { predictionError, prediction, submittedAt, startedAt } = row;
	const { firstSubmittedAt, registeredAt, attempts, perfect } = row;
	return {
		...(isInForce(chain, 'predictionError') && { predictionError, prediction }),
		...(isInForce(chain, 'submittedAt') && { submittedAt }),
		...(isInForce(chain, 'startedAt') && { startedAt }),
		...(isInForce(chain, 'firstSubmittedAt') && { firstSubmittedAt }),
		...(isInForce(chain, 'registeredAt') && { registeredAt }),
		...(isInForce(chain, 'attempts') && { attempts }),
		...(isInForce(chain, 'perfect') && { perfect })
	};
}

/** Which key puts a row above the next of the same board. */
export function decidedOver(
	row: RankedFacts,
	next: RankedFacts | undefined,
	chain: RankingChain
): RankingKey | null {
	return next === undefined ? null : decidedBy(keyFactsOf(row), keyFactsOf(next), chain);
}
