import { addDays, type Day } from '#lib/kernel/instant.ts';
import type { IndicatorDefinition } from '#lib/plans/indicator.ts';
import type { Audience } from '#lib/units/audience.ts';
import {
	pathOf,
	placeUnit,
	rootsOf,
	type LineageBook,
	type PlacingQuestion,
	type Reading
} from '#lib/units/lineage.ts';
import { isOpenOn, unitTrees, type SchoolLevel, type Unit } from '#lib/units/unit.ts';

/** Whose units are asked for, when, and in which reading. */
export interface UnitsQuestion {
	readonly issuerKey: string;
	readonly asOf: Day;
	readonly today: Day;
	readonly reading: Reading;
}

/** The day whose units count: as-of, or the issuer's last day where it closed before (contract "Readings"). */
export function countingDay(issuer: Pick<Unit, 'closed'>, asOf: Day): Day {
	return issuer.closed !== null && issuer.closed <= asOf ? addDays(issuer.closed, -1) : asOf;
}

/**
 * Units below the issuer on the counting day, in any tree, once each: by the tree of that day (as-was), or
 * by today's tree under today's successors of the issuer (as-now). The issuer itself is among them.
 */
export function unitsUnder(
	book: LineageBook,
	units: readonly Unit[],
	question: UnitsQuestion & { readonly on: Day }
): Unit[] {
	return units.filter(
		(unit) =>
			isOpenOn(unit, question.on) &&
			unitTrees.some((tree) => isUnder(book, unit.key, { ...question, tree }))
	);
}

function isUnder(
	book: LineageBook,
	key: string,
	{
		issuerKey,
		on,
		today,
		reading,
		tree
	}: UnitsQuestion & { readonly on: Day; readonly tree: PlacingQuestion['tree'] }
): boolean {
	const question = { tree, reading, asOf: on, today };
	const roots = rootsOf(book, issuerKey, question);
	const { at, under } = placeUnit(book, key, question);
	if (under.some((above) => roots.includes(above))) return true;
	// Divided among several successors: inside when every one of them lies under one of the roots.
	return (
		at.length > 1 &&
		at.every((part) =>
			pathOf(book, part, { tree, on: today }).some((above) => roots.includes(above))
		)
	);
}

/** Those that the indicator asks: by name, else by kind and, for schools, by level; a school of two levels once. */
export function askedUnits(units: readonly Unit[], asked: IndicatorDefinition): Unit[] {
	if (asked.units) return units.filter(({ key }) => asked.units?.includes(key));
	return units.filter(
		({ kind, levels }) =>
			(asked.kinds?.includes(kind) ?? false) &&
			(asked.levels === undefined || levels.some((level) => asked.levels?.includes(level)))
	);
}

const AUDIENCE_OF_LEVEL: Partial<Record<SchoolLevel, Audience>> = {
	th: 'hs_1_5',
	thcs: 'hs_6_9',
	thpt: 'hs_10_12',
	gdtx: 'hs_10_12',
	cd: 'sinh_vien',
	dh: 'sinh_vien'
};

/** The audiences of a school that an indicator about these levels is about (S1, S2). */
export function schoolAudiences(
	school: Pick<Unit, 'levels'>,
	asked: IndicatorDefinition
): Audience[] {
	const levels = school.levels.filter((level) => asked.levels?.includes(level) ?? true);
	return [...new Set(levels.flatMap((level) => AUDIENCE_OF_LEVEL[level] ?? []))];
}
