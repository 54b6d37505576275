import { listContests, listRoundsOf, type Contest } from '#lib/contest/contests.reads.server.ts';
import { permits } from '#lib/identity/abilities.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { addMs, dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { Audience } from '#lib/units/audience.ts';
import {
	lineageBook,
	pathOf,
	placeUnit,
	type LineageBook,
	type Reading
} from '#lib/units/lineage.ts';
import { isOpenOn, unitTrees, type Unit, type UnitTree } from '#lib/units/unit.ts';
import { findUnit, lineageOn, listUnitsOn, unitName } from '#lib/units/units.reads.server.ts';
import { listUnitEvents, listUnitRecords } from '#lib/units/world.reads.server.ts';
import { listContestLeaves, type ContestLeaf } from './participation.reads.server.ts';
import { refuse, type ParticipationRefusal } from './refusals.ts';

export interface UnitContest {
	readonly code: string;
	readonly title: string;
	/** The day figures are shown up to when none is named: today, or the day the last round closed. */
	readonly asOf: Day;
	readonly headcountAsOf: Day;
	readonly headcountAudience: Audience;
}

export interface UnitContests {
	readonly unit: { readonly key: string; readonly name: string; readonly closed: Day | null };
	/** Units above, the topmost first; `readable` where the reader may see their figures too. */
	readonly above: readonly {
		readonly key: string;
		readonly name: string;
		readonly readable: boolean;
	}[];
	/** Contests with entries of people below the unit, and the one asked for; the newest first. */
	readonly contests: readonly UnitContest[];
	/** The reading shown when none is named: units of today, or a closed unit as it was. */
	readonly reading: Reading;
}

/** In which contests a unit's people are entered, and where the unit stands. 401 without a session, 404 beyond one's units. */
export async function viewUnitContests(
	ctx: ReadContext,
	input: { readonly unit: string; readonly contest?: string | undefined }
): Promise<Outcome<UnitContests, ParticipationRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	const unit = await findUnit(ctx.db, input.unit);
	if (!unit) return refuse('not-found');
	const today = dayOf(ctx.at);
	const lineage = await lineageOn(ctx.db, unit.key, today);
	if (!permits(ctx.actor, 'participation.read', lineage)) return refuse('not-found');
	const book = lineageBook(await listUnitRecords(ctx.db), await listUnitEvents(ctx.db));
	const below = await contestsBelow(ctx, { unit, book, today, asked: input.contest });
	return ok({
		unit: { key: unit.key, name: await unitName(ctx.db, unit.key, today), closed: unit.closed },
		above: await listAbove(ctx, { unit, book, today, tree: below[0]?.definition.rankedUnits.tree }),
		contests: await describeContests(ctx, below, today),
		reading: isOpenOn(unit, today) ? 'as-now' : 'as-was'
	});
}

interface Place {
	readonly unit: Unit;
	readonly book: LineageBook;
	readonly today: Day;
}

async function contestsBelow(
	ctx: ReadContext,
	place: Place & { readonly asked: string | undefined }
): Promise<Contest[]> {
	const contests = await listContests(ctx.db);
	const leaves = Map.groupBy(await listContestLeaves(ctx.db), ({ contestCode }) => contestCode);
	return contests.filter(
		(contest) =>
			contest.code === place.asked ||
			(leaves.get(contest.code) ?? []).some((leaf) => isBelow(leaf, contest, place))
	);
}

/** Below the unit in some tree, on the contest's own day or in today's tree. */
function isBelow(
	{ unitKey }: ContestLeaf,
	contest: Contest,
	{ unit, book, today }: Place
): boolean {
	const on = contest.headcountAsOf;
	return unitTrees.some(
		(tree) =>
			pathOf(book, unitKey, { tree, on }).includes(unit.key) ||
			placeUnit(book, unitKey, { tree, reading: 'as-now', asOf: on, today }).under.includes(
				unit.key
			)
	);
}

/** The way up in the contest's tree; where the unit has no parent in it, in the first tree where it has one. */
async function listAbove(
	ctx: ReadContext,
	{ unit, book, today, tree }: Place & { readonly tree: UnitTree | undefined }
): Promise<UnitContests['above']> {
	const paths = [...(tree ? [tree] : []), ...unitTrees].map((each) =>
		pathOf(book, unit.key, { tree: each, on: today })
	);
	const keys = (paths.find((path) => path.length > 1) ?? []).slice(1);
	const names = new Map(
		(await listUnitsOn(ctx.db, keys, today)).map(({ key, name }) => [key, name])
	);
	const above = [];
	for (const key of keys.reverse()) {
		const lineage = await lineageOn(ctx.db, key, today);
		const readable = permits(ctx.actor, 'participation.read', lineage);
		above.push({ key, name: names.get(key) ?? key, readable });
	}
	return above;
}

async function describeContests(
	ctx: ReadContext,
	contests: readonly Contest[],
	today: Day
): Promise<UnitContest[]> {
	const rounds = await listRoundsOf(
		ctx.db,
		contests.map(({ code }) => code)
	);
	return contests.map(({ code, title, headcountAsOf, definition }) => {
		const closings = rounds.filter((round) => round.contestCode === code);
		// A round that closes at midnight belongs to the day before.
		const days = closings.map(({ closesAt }) => dayOf(addMs(closesAt, -1))).sort();
		const last = days.at(-1) ?? today;
		const { headcountAudience } = definition;
		return { code, title, asOf: last < today ? last : today, headcountAsOf, headcountAudience };
	});
}
