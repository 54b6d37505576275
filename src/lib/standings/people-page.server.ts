import type { RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { listConsentStandings } from '#lib/people/consents.reads.server.ts';
import { maskedName } from '#lib/people/masked-name.ts';
import { listPeople } from '#lib/people/people.reads.server.ts';
import { listUnitsOn } from '#lib/units/units.reads.server.ts';
import { findRow, listRanks, listRows, type StoredRow } from './board-rows.reads.server.ts';
import type { RankingChain } from './ranking-keys.ts';
import { decidedOver, keysShown, type PersonStanding } from './standings-row.ts';

export interface PageAsked {
	readonly round: RoundOfContest;
	readonly provisional: boolean;
	readonly chain: RankingChain;
	readonly group: string | null;
	readonly unitKeys: readonly string[] | null;
	readonly offset: number;
	readonly limit: number;
}

interface PeoplePage {
	readonly rows: readonly PersonStanding[];
	readonly own: PersonStanding | null;
	readonly next: string | null;
}

/** People of a round in the order of the board, with names as anybody may see them. */
export async function readPeoplePage(ctx: ReadContext, asked: PageAsked): Promise<PeoplePage> {
	const { round, group, offset, limit, chain } = asked;
	const wanted = { ...asked, roundId: round.id, limit: limit + 1 };
	const found = await listRows(ctx.db, wanted);
	const rows = found.slice(0, limit);
	const mine = await ownRow(ctx, asked);
	const all = mine ? [...rows, mine] : rows;
	const ranks = await listRanks(ctx.db, { roundId: round.id, group }, all);
	const names = await namesOf(ctx, all);
	const units = await unitNames(ctx, round, all);
	const standing = (row: StoredRow, next: StoredRow | undefined): PersonStanding => ({
		rank: ranks.get(row.personId) ?? 0,
		name: names.get(row.personId) ?? '',
		unit: row.unitKey,
		unitName: units.get(row.unitKey) ?? row.unitKey,
		group: row.groupId,
		score: row.score,
		elapsed: row.elapsed,
		...keysShown(row, chain),
		decidedBy: decidedOver(row, next, chain),
		mine: row.personId === ctx.actor.personId
	});
	return {
		rows: rows.map((row, index) => standing(row, found[index + 1])),
		own: mine ? standing(mine, undefined) : null,
		next: found.length > limit ? String(offset + limit) : null
	};
}

/** The reader's own row, where it is of the group asked for. */
async function ownRow(ctx: ReadContext, asked: PageAsked): Promise<StoredRow | undefined> {
	const { personId } = ctx.actor;
	if (personId === null) return undefined;
	const row = await findRow(ctx.db, asked.round.id, personId);
	return asked.group === null || row?.groupId === asked.group ? row : undefined;
}

async function namesOf(ctx: ReadContext, rows: readonly StoredRow[]): Promise<Map<string, string>> {
	const ids = [...new Set(rows.map(({ personId }) => personId))];
	const people = await listPeople(ctx.db, ids);
	const standings = await listConsentStandings(ctx.db, ids, ctx.at);
	return new Map(
		people.map(({ id, name, birthYear }) => {
			if (id === ctx.actor.personId) return [id, name];
			const consentsToPublish = standings.get(id)?.purposes.publish.given === true;
			return [id, maskedName({ name, birthYear, consentsToPublish }, ctx.at, ctx.language)];
		})
	);
}

async function unitNames(
	ctx: ReadContext,
	round: RoundOfContest,
	rows: readonly StoredRow[]
): Promise<Map<string, string>> {
	const keys = [...new Set(rows.map(({ unitKey }) => unitKey))];
	const units = await listUnitsOn(ctx.db, keys, round.contest.definition.headcountAsOf);
	return new Map(units.map(({ key, name }) => [key, name]));
}
