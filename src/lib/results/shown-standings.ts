import type { Standings } from './standings-document.ts';

interface Part {
	readonly offset: number;
	readonly limit: number;
}

/** The same standings with at most `limit` rows a board, after its first `offset`; units and prizes stay whole. */
export function shortened(standings: Standings, part: Part): Standings {
	return {
		...standings,
		rounds: standings.rounds.map((round) => ({ ...round, groups: cut(round.groups, part) })),
		final: { groups: cut(standings.final.groups, part) }
	};
}

function cut<Row>(
	groups: readonly { readonly group: string | null; readonly rows: readonly Row[] }[],
	{ offset, limit }: Part
) {
	return groups.map(({ group, rows }) => ({ group, rows: rows.slice(offset, offset + limit) }));
}

/** Everybody who stands in some row or holds some prize. */
export function personIdsIn(standings: Standings): Set<string> {
	const boards = [...standings.rounds.flatMap(({ groups }) => groups), ...standings.final.groups];
	const ids = boards.flatMap(({ rows }) =>
		rows.map((row: { readonly personId: string }) => row.personId)
	);
	return new Set([...ids, ...standings.prizes.map(({ personId }) => personId)]);
}
