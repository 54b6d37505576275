import type { Standings } from './standings-document.ts';

/** The same standings with at most `limit` rows a board; units and prizes stay whole. */
export function shortened(standings: Standings, limit: number): Standings {
	return {
		...standings,
		rounds: standings.rounds.map((round) => ({ ...round, groups: cut(round.groups, limit) })),
		final: { groups: cut(standings.final.groups, limit) }
	};
}

function cut<Row>(
	groups: readonly { readonly group: string | null; readonly rows: readonly Row[] }[],
	limit: number
) {
	return groups.map(({ group, rows }) => ({ group, rows: rows.slice(0, limit) }));
}

/** Everybody who stands in some row or holds some prize. */
export function personIdsIn(standings: Standings): Set<string> {
	const boards = [...standings.rounds.flatMap(({ groups }) => groups), ...standings.final.groups];
	const ids = boards.flatMap(({ rows }) =>
		rows.map((row: { readonly personId: string }) => row.personId)
	);
	return new Set([...ids, ...standings.prizes.map(({ personId }) => personId)]);
}
