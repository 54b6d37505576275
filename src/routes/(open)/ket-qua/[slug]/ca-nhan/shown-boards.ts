import type { PersonStanding } from '#lib/standings/standings-row.ts';
import type { PersonStandings } from '#lib/standings/view-standings.server.ts';
import type { FinalBoard } from './final-rows.ts';

/** People on one page, of each board. */
export const LIMIT = 50;

/** The query of the API call that answers the very page. */
export function boardQuery(shown: {
	readonly group: string;
	readonly unit: string;
	readonly cursor: string | null;
}): string {
	const asked = { group: shown.group, unit: shown.unit, cursor: shown.cursor ?? '' };
	const given = Object.entries(asked).filter(([, value]) => value !== '');
	return new URLSearchParams([['by', 'person'], ['limit', String(LIMIT)], ...given]).toString();
}

export interface ShownBoard {
	readonly group: string | null;
	/** null: the only board of the page. */
	readonly title: string | null;
	readonly rows: readonly PersonStanding[];
	/** Place of its first row among all rows of the page. */
	readonly from: number;
}

interface Shown {
	readonly boards: readonly ShownBoard[];
	readonly empty: boolean;
	/** There is a next page. */
	readonly more: boolean;
}

/** The boards of a page: a round's one, or the final's of each group (of the group asked for). */
export function shownBoards(asked: {
	readonly standings: PersonStandings | null;
	readonly final: readonly FinalBoard[] | null;
	/** '': all. */
	readonly group: string;
}): Shown {
	const { standings, final, group } = asked;
	const boards = standings
		? [{ group: null, title: null, rows: standings.rows, more: standings.next !== null }]
		: (final ?? []).filter((board) => group === '' || board.group === group);
	let from = 0;
	const placed = boards.map(({ group: id, title, rows }) => {
		const board = { group: id, title: boards.length > 1 ? title : null, rows, from };
		from += rows.length;
		return board;
	});
	return { boards: placed, empty: from === 0, more: boards.some(({ more }) => more) };
}
