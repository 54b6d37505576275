import { hmacSha256 } from '#lib/kernel/digest.ts';
import { byCodeUnit } from '#lib/kernel/text.ts';
import type { Ranked } from '#lib/standings/rank.ts';

export interface PrizeRule {
	readonly id: string;
	/** A round's id or `final`. */
	readonly on: string;
	/** null: everyone, merged and ranked together. */
	readonly group: string | null;
	readonly quota: number;
	readonly minScore: number;
	readonly tie: 'co_award' | 'draw';
	/** A person holds at most one prize of a scope (`first`: the first they are given, in declared order). */
	readonly scope: string;
}

/** Someone on the board that a prize looks at. */
export interface Contender {
	readonly id: string;
	readonly score: number;
}

export interface PrizeBoards {
	/** The board of the prize's `on` and `group`, ranked, in rank order. */
	rankedFor(prize: PrizeRule): readonly Ranked<Contender>[];
	/** Bytes that order a draw on this round (`final`: of the last round). */
	seedFor(prize: PrizeRule): Uint8Array | null;
}

export interface Award {
	readonly prizeId: string;
	readonly personId: string;
	readonly rank: number;
}

/**
 * Gives prizes in declared order (contract §4.8). Those below `minScore` or holding a prize of the scope
 * leave first, ranks unchanged; then rank groups fill the quota, and a tie at its edge is all awarded
 * (`co_award`) or ordered by the published seed (`draw`). Printed by declared order, rank, id.
 */
export function awardPrizes(prizes: readonly PrizeRule[], boards: PrizeBoards): Award[] {
	const holders = new Map<string, Set<string>>();
	return prizes.flatMap((prize) => {
		const held = holders.get(prize.scope) ?? new Set<string>();
		holders.set(prize.scope, held);
		const eligible = boards
			.rankedFor(prize)
			.filter(({ row }) => row.score >= prize.minScore && !held.has(row.id));
		const winners = fillQuota(prize, eligible, boards.seedFor(prize));
		for (const { row } of winners) held.add(row.id);
		return winners
			.toSorted((a, b) => a.rank - b.rank || byCodeUnit(a.row.id, b.row.id))
			.map(({ rank, row }) => ({ prizeId: prize.id, personId: row.id, rank }));
	});
}

function fillQuota(
	prize: PrizeRule,
	eligible: readonly Ranked<Contender>[],
	seed: Uint8Array | null
): Ranked<Contender>[] {
	const winners: Ranked<Contender>[] = [];
	for (const tied of Map.groupBy(eligible, ({ rank }) => rank).values()) {
		const left = prize.quota - winners.length;
		if (left <= 0) break;
		winners.push(...(tied.length <= left ? tied : cutTie(prize, tied, { left, seed })));
	}
	return winners;
}

function cutTie(
	prize: PrizeRule,
	tied: readonly Ranked<Contender>[],
	edge: { readonly left: number; readonly seed: Uint8Array | null }
): readonly Ranked<Contender>[] {
	if (prize.tie === 'co_award') return tied;
	const { seed } = edge;
	if (seed === null) throw new Error(`a draw without a seed is refused when the bundle is read`);
	return tied
		.map((ranked) => ({ ranked, lot: lotOf(seed, prize.id, ranked.row.id) }))
		.sort((a, b) => byCodeUnit(a.lot, b.lot))
		.slice(0, edge.left)
		.map(({ ranked }) => ranked);
}

/** A person's lot: HMAC-SHA256(seed, prize id LF person id) in hex; the lowest wins. */
export function lotOf(seed: Uint8Array, prizeId: string, personId: string): string {
	return hmacSha256(seed, `${prizeId}\n${personId}`).toString('hex');
}
