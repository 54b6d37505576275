import { permitsSomewhere } from '#lib/identity/abilities.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { refuse, type UnitsRefusal } from './refusals.ts';
import type { UnitEventRecord } from './unit-record.ts';
import { isOpenOn, unitTrees, type UnitOnDay, type UnitTree } from './unit.ts';
import { childrenOn, listUnitsOn } from './units.reads.server.ts';
import type { ViewUnit } from './view-unit.schema.ts';
import {
	listEventsOf,
	listNames,
	listPathsOn,
	type NamePeriod,
	type PathStep
} from './world.reads.server.ts';

export interface NamedUnit {
	readonly key: string;
	readonly name: string;
}

/** What the unit came from, or what it became, by one event. */
export interface UnitChange extends Omit<UnitEventRecord, 'from' | 'to'> {
	readonly units: readonly NamedUnit[];
}

export interface UnitPage {
	readonly on: Day;
	readonly unit: UnitOnDay;
	readonly isOpen: boolean;
	readonly names: readonly NamePeriod[];
	/** One for each tree the unit stands in on the day. */
	readonly trees: readonly {
		readonly tree: UnitTree;
		/** From the root down to the parent. */
		readonly path: readonly NamedUnit[];
		readonly children: readonly UnitOnDay[];
	}[];
	readonly predecessors: readonly UnitChange[];
	readonly successors: readonly UnitChange[];
}

/**
 * A unit on a day: its path and children in each tree, its names, what it came from and what became of it.
 * Whoever works with units anywhere may look at any of them: they hold no person.
 */
export async function viewUnit(
	ctx: ReadContext,
	input: ViewUnit
): Promise<Outcome<UnitPage, UnitsRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	if (!permitsSomewhere(ctx.actor, 'unit.read')) return refuse('not-found');
	const on = input.on ?? dayOf(ctx.at);
	const [unit] = await listUnitsOn(ctx.db, [input.key], on);
	if (!unit) return refuse('not-found');
	const steps = await listPathsOn(ctx.db, unit.key, on);
	const events = await listEventsOf(ctx.db, [unit.key]);
	const nameOf = await namesOf(ctx.db, on, [
		...steps.map((step) => step.key),
		...events.flatMap((event) => [...event.from, ...event.to])
	]);
	return ok({
		...{ on, unit, isOpen: isOpenOn(unit, on), names: await listNames(ctx.db, unit.key) },
		trees: await treesOf(ctx.db, { unit, on, steps, nameOf }),
		...changesOf(events, unit.key, nameOf)
	});
}

type NameOf = (key: string) => NamedUnit;

async function namesOf(db: ReadDb, on: Day, keys: readonly string[]): Promise<NameOf> {
	const units = await listUnitsOn(db, [...new Set(keys)], on);
	const names = new Map(units.map((unit) => [unit.key, unit.name]));
	return (key) => ({ key, name: names.get(key) ?? key });
}

interface Standing {
	readonly unit: UnitOnDay;
	readonly on: Day;
	readonly steps: readonly PathStep[];
	readonly nameOf: NameOf;
}

async function treesOf(
	db: ReadDb,
	{ unit, on, steps, nameOf }: Standing
): Promise<UnitPage['trees']> {
	const trees: UnitPage['trees'][number][] = [];
	for (const tree of unitTrees) {
		const path = steps.filter((step) => step.tree === tree).map((step) => nameOf(step.key));
		const children = await childrenOn(db, unit.key, tree, on);
		if (path.length > 0 || children.length > 0)
			trees.push({ tree, path: path.reverse(), children });
	}
	return trees;
}

function changesOf(
	events: readonly UnitEventRecord[],
	key: string,
	nameOf: NameOf
): Pick<UnitPage, 'predecessors' | 'successors'> {
	const change = (event: UnitEventRecord, keys: readonly string[]): UnitChange => {
		const { id, kind, effectiveOn, legalBasis, note } = event;
		return { id, kind, effectiveOn, legalBasis, note, units: keys.map(nameOf) };
	};
	return {
		predecessors: events.filter((e) => e.to.includes(key)).map((e) => change(e, e.from)),
		successors: events.filter((e) => e.from.includes(key)).map((e) => change(e, e.to))
	};
}
