import { instantOf } from '#lib/kernel/instant.ts';
import { reduced } from '#lib/kernel/fraction.ts';
import type { BoardRow, GroupBoard } from '#lib/standings/board.ts';
import type { CollectiveRow, LeagueBoard, UnitFlag } from '#lib/standings/collective.ts';
import type { Ranked } from '#lib/standings/rank.ts';

// khoabang.standings/1, contract §4: exactly what `recompute` prints. Keys are written in code-unit order,
// so that JSON.stringify prints RFC 8785 canonical JSON; a test compares it with kernel/canonical-json.ts.

export interface RoundRow {
	readonly rank: number;
	readonly personId: string;
	readonly attemptId: string;
	readonly score: number;
	readonly predictionError: number | null;
	readonly elapsed: number;
	readonly submittedAt: string;
	readonly attempts: number;
}

export interface FinalRow {
	readonly rank: number;
	readonly personId: string;
	readonly score: number;
	readonly elapsed: number;
	readonly attempts: number;
	readonly firstSubmittedAt: string;
}

export interface UnitRow {
	readonly rank: number | null;
	readonly unitId: string;
	readonly participants: number;
	readonly attempts: number;
	readonly headcount: number | null;
	readonly value: readonly [string, string] | null;
	readonly flags: readonly UnitFlag[];
}

interface Group<Row> {
	readonly group: string | null;
	readonly rows: readonly Row[];
}

export interface RoundStandings {
	readonly id: string;
	readonly actual: number | null;
	readonly groups: readonly Group<RoundRow>[];
}

export interface Standings {
	readonly format: 'khoabang.standings/1';
	readonly rounds: readonly RoundStandings[];
	readonly final: { readonly groups: readonly Group<FinalRow>[] };
	readonly prizes: readonly { readonly prizeId: string; readonly personId: string }[];
	readonly collective: readonly {
		readonly league: string | null;
		readonly rows: readonly UnitRow[];
	}[];
}

export function roundGroups(boards: readonly GroupBoard[]): Group<RoundRow>[] {
	return boards.map(({ group, rows }) => ({ group, rows: rows.map(roundRow) }));
}

export function finalGroups(boards: readonly GroupBoard[]): Group<FinalRow>[] {
	return boards.map(({ group, rows }) => ({ group, rows: rows.map(finalRow) }));
}

function roundRow({ rank, row }: Ranked<BoardRow>): RoundRow {
	const { id, attemptId, submittedMs, score, predictionError, elapsed, attempts } = row;
	if (attemptId === null || submittedMs === null) throw new Error('a round row has its attempt');
	const submittedAt = instantOf(submittedMs);
	return { attemptId, attempts, elapsed, personId: id, predictionError, rank, score, submittedAt };
}

function finalRow({ rank, row }: Ranked<BoardRow>): FinalRow {
	const { id, score, elapsed, attempts } = row;
	const firstSubmittedAt = instantOf(row.firstSubmittedMs);
	return { attempts, elapsed, firstSubmittedAt, personId: id, rank, score };
}

export function leagues(boards: readonly LeagueBoard[]): Standings['collective'] {
	return boards.map(({ league, rows }) => ({ league, rows: rows.map(unitRow) }));
}

function unitRow(row: CollectiveRow): UnitRow {
	const { attempts, flags, headcount, participants, rank, unitId } = row;
	return { attempts, flags, headcount, participants, rank, unitId, value: valueOf(row) };
}

function valueOf({ value }: CollectiveRow): UnitRow['value'] {
	if (value === null) return null;
	const { n, d } = reduced(value);
	return [n.toString(), d.toString()];
}
