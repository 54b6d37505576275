import { byCodeUnit } from '#lib/kernel/text.ts';
import { comparing, type KeyFacts, type RankingChain } from './ranking-keys.ts';

export interface Ranked<Row> {
	/** Competition rank: 1, 2, 2, 4. */
	readonly rank: number;
	readonly row: Row;
}

/**
 * Ranks rows by any order: a row's rank is one more than the number of rows strictly better. Rows that
 * share a rank are stored by id, which is never a reason to the public (contract §4.6).
 */
export function rankBy<Row extends { readonly id: string }>(
	rows: readonly Row[],
	compare: (a: Row, b: Row) => number
): Ranked<Row>[] {
	const sorted = rows.toSorted((a, b) => compare(a, b) || byCodeUnit(a.id, b.id));
	const ranked: Ranked<Row>[] = [];
	for (const [index, row] of sorted.entries()) {
		const above = ranked[index - 1];
		const shares = above !== undefined && compare(above.row, row) === 0;
		ranked.push({ rank: shares ? above.rank : index + 1, row });
	}
	return ranked;
}

/** Ranks the rows of a board by its chain. */
export function rank<Row extends KeyFacts & { readonly id: string }>(
	rows: readonly Row[],
	chain: RankingChain
): Ranked<Row>[] {
	return rankBy(rows, comparing(chain));
}
