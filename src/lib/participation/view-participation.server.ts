import { findContest, type Contest } from '#lib/contest/contests.reads.server.ts';
import { permits } from '#lib/identity/abilities.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { addDays, dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { findPublication } from '#lib/results/publications.reads.server.ts';
import { listHiddenFigures } from '#lib/standings/hidden-figures.server.ts';
import { lineageBook, placeUnit, rootsOf, type Reading } from '#lib/units/lineage.ts';
import type { Unit, UnitOnDay } from '#lib/units/unit.ts';
import { findUnit, lineageOn, listUnitsOn } from '#lib/units/units.reads.server.ts';
import { listUnitEvents, listUnitRecords } from '#lib/units/world.reads.server.ts';
import { rateOf, tallied, tallyOf, type RowRate } from './figures.ts';
import { hiding, withoutSmallCounts } from './hidden-counts.ts';
import type { Measure } from './measures.ts';
import { listLeafSums } from './participation.reads.server.ts';
import { chooseTree, listDeclaring, listRowUnits, type RowPlan } from './row-plan.server.ts';
import { refuse, type ParticipationRefusal } from './refusals.ts';
import type { ViewParticipation } from './view-participation.schema.ts';

/** null: a count that nobody may see while people predict it, or one too small to be shown to everybody. */
export interface ParticipationRow extends Record<Measure, number | null>, RowRate {
	readonly key: string;
	readonly name: string;
}

export interface Participation {
	readonly contest: string;
	readonly unit: string;
	readonly asOf: Day;
	readonly reading: Reading;
	/** as-was of a unit that closed before as-of: everything is as on the day before. */
	readonly unitClosedOn?: Day;
	/** The unit itself first, then its children by name. */
	readonly rows: readonly ParticipationRow[];
}

/**
 * Who took part in a contest below a unit, up to and with as-of (contract §2, Participation): from rollups,
 * never from attempts. For who has a post there today; of a published contest for everybody, whole and without
 * small counts (ADR 13). Else 401 without a session, 404 beyond one's units.
 */
export async function viewParticipation(
	ctx: ReadContext,
	input: ViewParticipation
): Promise<Outcome<Participation, ParticipationRefusal>> {
	const contest = await findContest(ctx.db, input.code);
	const isPublished = contest !== undefined && (await isWholePublished(ctx, contest));
	if (ctx.actor.kind === 'anonymous' && !isPublished) return refuse('sign-in-needed');
	const unit = contest && (await findUnit(ctx.db, input.unit ?? contest.organiserKey));
	if (!contest || !unit) return refuse('not-found');
	// Asked of today, whichever day and reading the figures are asked of.
	const lineage = await lineageOn(ctx.db, unit.key, dayOf(ctx.at));
	const today = input.today ?? dayOf(ctx.at);
	if (permits(ctx.actor, 'participation.read', lineage))
		return ok(await participationOf(ctx, { contest, unit, today, input }));
	if (!isPublished) return refuse('not-found');
	const whole = { ...input, 'as-of': undefined };
	const all = await participationOf(ctx, { contest, unit, today, input: whole });
	return ok({ ...all, rows: withoutSmallCounts(all.rows) });
}

async function isWholePublished(ctx: ReadContext, { code }: Contest): Promise<boolean> {
	const publication = { contestCode: code, roundKey: null };
	return (await findPublication(ctx.db, publication)) !== undefined;
}

interface Asked {
	readonly contest: Contest;
	readonly unit: Unit;
	readonly today: Day;
	readonly input: ViewParticipation;
}

async function participationOf(ctx: ReadContext, asked: Asked): Promise<Participation> {
	const plan = await planRows(ctx, asked);
	const { definition } = asked.contest;
	const sums = await listLeafSums(ctx.db, asked.contest.code, plan.asOf);
	const tallies = tallied(sums, plan.rowsOf, definition.headcountAudience);
	const declaring = await listDeclaring(ctx.db, asked.contest, { plan, sums });
	const hidden = await listHiddenFigures(ctx, asked.contest);
	const rows = plan.rows.map(({ key, name }) => {
		const { completedOfHeadcount, ...measured } = tallyOf(tallies, key);
		const { own, below } = declaring(key, completedOfHeadcount);
		return hiding(hidden, { key, name, ...measured, ...rateOf(own, below) });
	});
	const closed = asked.unit.closed;
	return {
		contest: asked.contest.code,
		unit: asked.unit.key,
		asOf: plan.asOf,
		reading: asked.input.reading,
		...(plan.reading === 'as-was' && closed !== null && closed <= plan.asOf
			? { unitClosedOn: closed }
			: {}),
		rows
	};
}

/** Which rows there are, and under which of them each leaf stands in this reading. */
async function planRows(
	ctx: ReadContext,
	{ contest, unit, today, input }: Asked
): Promise<RowPlan> {
	const asOf = input['as-of'] ?? dayOf(ctx.at);
	const { reading } = input;
	const book = lineageBook(await listUnitRecords(ctx.db), await listUnitEvents(ctx.db));
	const on = reading === 'as-now' ? today : lastDayOf(unit, asOf);
	const tree = await chooseTree(ctx.db, { contest, unitKey: unit.key, on });
	const question = { tree, reading, asOf: reading === 'as-now' ? asOf : on, today };
	const roots = rootsOf(book, unit.key, question);
	const children = await listRowUnits(ctx.db, { roots, tree, on });
	const childKeys = children.map(({ key }) => key);
	const placed = new Map<string, readonly string[]>();
	const rowsOf = (leaf: string): readonly string[] => {
		const known = placed.get(leaf);
		if (known) return known;
		const { under } = placeUnit(book, leaf, question);
		const inside = under.some((key) => roots.includes(key));
		const child = under.find((key) => childKeys.includes(key));
		const rows = [...(inside ? [unit.key] : []), ...(inside && child !== undefined ? [child] : [])];
		placed.set(leaf, rows);
		return rows;
	};
	const itself = (await listUnitsOn(ctx.db, [unit.key], on)) as [UnitOnDay];
	return { asOf, reading, book, tree, on, rows: [...itself, ...children], rowsOf };
}

function lastDayOf(unit: Unit, asOf: Day): Day {
	return unit.closed !== null && unit.closed <= asOf ? addDays(unit.closed, -1) : asOf;
}
