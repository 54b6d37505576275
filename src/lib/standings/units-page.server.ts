import type { ReadContext } from '#lib/identity/context.ts';
import { listUnitsOn } from '#lib/units/units.reads.server.ts';
import { listUnitRows, type StoredUnit } from './board-rows.reads.server.ts';
import { hiddenFigures, type HiddenFigure } from './hidden-figures.ts';
import type { PageAsked } from './people-page.server.ts';
import type { UnitStanding } from './standings-row.ts';

interface UnitsPage {
	readonly rows: readonly UnitStanding[];
	readonly next: string | null;
}

/** Ranked units of a round in the order of the board. */
export async function readUnitsPage(ctx: ReadContext, asked: PageAsked): Promise<UnitsPage> {
	const { round, unitKeys, offset, limit, provisional } = asked;
	const wanted = { roundId: round.id, unitKeys, offset, limit: limit + 1 };
	const found = await listUnitRows(ctx.db, wanted);
	const { headcountAsOf, rules } = round.contest.definition;
	const keys = found.map(({ unitKey }) => unitKey);
	const units = await listUnitsOn(ctx.db, keys, headcountAsOf);
	const names = new Map(units.map(({ key, name }) => [key, name]));
	const window = { opensAt: round.opensAt, closesAt: round.closesAt, settled: !provisional };
	const hidden = hiddenFigures({ rules, questions: 1, rounds: [window] }, ctx.at);
	return {
		rows: found
			.slice(0, limit)
			.map((row) => unitStanding(row, names.get(row.unitKey) ?? row.unitKey, hidden)),
		next: found.length > limit ? String(offset + limit) : null
	};
}

/** While people may still predict a count, no unit tells its part of it, nor what can be turned into it. */
function unitStanding(
	row: StoredUnit,
	name: string,
	hidden: ReadonlySet<HiddenFigure>
): UnitStanding {
	const { participants, headcount, valueN, valueD } = row;
	const hidesPeople = hidden.has('completed');
	const hasRate = headcount !== null && headcount > 0 && !hidesPeople;
	return {
		rank: hidesPeople ? null : row.rank,
		unitId: row.unitKey,
		name,
		league: row.league,
		participants: hidesPeople ? null : participants,
		attempts: hidden.has('attempts') ? null : row.attempts,
		headcount,
		rate: hasRate ? [participants, headcount] : null,
		value: valueN === null || valueD === null || hidesPeople ? null : [valueN, valueD],
		flags: hidesPeople ? [] : row.flags
	};
}
