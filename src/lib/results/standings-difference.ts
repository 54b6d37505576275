import { pathAtOffset } from './json-place.ts';
import type { Standings } from './standings-document.ts';

/** Where the first byte differs, and what should stand there. Every number counts from 1. */
export interface StandingsDifference {
	readonly offset: number;
	readonly place: StandingsPlace;
	/** The text that recompute prints there, and what the file has instead, cut short. */
	readonly expected: string;
	readonly found: string;
}

export type StandingsPlace =
	| {
			readonly kind: 'round-row';
			readonly round: string;
			readonly group: string | null;
			readonly row: number;
			readonly person: string;
	  }
	| { readonly kind: 'round'; readonly round: string }
	| {
			readonly kind: 'final-row';
			readonly group: string | null;
			readonly row: number;
			readonly person: string;
	  }
	| { readonly kind: 'final' }
	| {
			readonly kind: 'prize-row';
			readonly row: number;
			readonly prize: string;
			readonly person: string;
	  }
	| {
			readonly kind: 'unit-row';
			readonly league: string | null;
			readonly row: number;
			readonly unit: string;
	  }
	| { readonly kind: 'document' };

/** `found` differs from `expected`, the canonical text of `standings`. */
export function firstDifference(
	standings: Standings,
	expected: string,
	found: string
): StandingsDifference {
	const offset = commonPrefix(expected, found);
	const path = pathAtOffset(expected, offset);
	return {
		offset: offset + 1,
		place: placeOf(standings, path),
		expected: around(expected, offset),
		found: around(found, offset)
	};
}

function commonPrefix(a: string, b: string): number {
	let at = 0;
	while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
	return at;
}

const SHOWN = 24;

/** The text around an offset, from the comma or bracket before it. */
function around(text: string, offset: number): string {
	const before = text.slice(Math.max(0, offset - SHOWN), offset);
	const start = Math.max(before.lastIndexOf(','), before.lastIndexOf('{'));
	return before.slice(start + 1) + text.slice(offset, offset + SHOWN).split(/[,}\n]/)[0];
}

function placeOf(standings: Standings, path: readonly PropertyKey[]): StandingsPlace {
	const [part, at, , group, , row] = path;
	if (part === 'rounds' && typeof at === 'number') {
		const round = standings.rounds[at];
		const board = round?.groups[Number(group)];
		const found = board?.rows[Number(row)];
		if (!round) return { kind: 'document' };
		if (!board || !found) return { kind: 'round', round: round.id };
		const place = { round: round.id, group: board.group, row: Number(row) + 1 };
		return { kind: 'round-row', ...place, person: found.personId };
	}
	if (part === 'final') return finalPlace(standings, path);
	if (part === 'prizes' && typeof at === 'number') {
		const prize = standings.prizes[at];
		if (prize)
			return { kind: 'prize-row', row: at + 1, prize: prize.prizeId, person: prize.personId };
	}
	if (part === 'collective' && typeof at === 'number') return unitPlace(standings, at, path);
	return { kind: 'document' };
}

function finalPlace(standings: Standings, path: readonly PropertyKey[]): StandingsPlace {
	const board = standings.final.groups[Number(path[2])];
	const row = Number(path[4]);
	const found = board?.rows[row];
	if (!board || !found) return { kind: 'final' };
	return { kind: 'final-row', group: board.group, row: row + 1, person: found.personId };
}

function unitPlace(standings: Standings, at: number, path: readonly PropertyKey[]): StandingsPlace {
	const league = standings.collective[at];
	const row = Number(path[3]);
	const found = league?.rows[row];
	if (!league || !found) return { kind: 'document' };
	return { kind: 'unit-row', league: league.league, row: row + 1, unit: found.unitId };
}
