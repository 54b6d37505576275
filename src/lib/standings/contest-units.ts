import type { League, RankedUnits } from '#lib/contest/definition.ts';
import type { UnitKind } from '#lib/units/unit.ts';

/** A unit in a contest's scope, as boards and publications count by it. */
export interface ContestUnit {
	readonly id: string;
	/** Within the contest's tree and scope. */
	readonly parentId: string | null;
	readonly title: string;
	readonly ranked: boolean;
	readonly league: string | null;
	/** Known for ranked units only. */
	readonly headcount: number | null;
}

interface Sized {
	readonly key: string;
	readonly kind: UnitKind;
	readonly headcount: number | null;
}

/** Contract §3 `rankedUnits`: of these kinds, or these very units. */
export function isRanked(ranked: RankedUnits, unit: Omit<Sized, 'headcount'>): boolean {
	return 'kinds' in ranked ? ranked.kinds.includes(unit.kind) : ranked.units.includes(unit.key);
}

/** The first league of the declared order that fits; an unknown headcount fits no bound. */
export function leagueOf(leagues: readonly League[], unit: Sized): string | null {
	const fitting = leagues.find(
		(league) =>
			(league.kinds === null || league.kinds.includes(unit.kind)) &&
			(league.headcountFrom === null || atLeast(unit.headcount, league.headcountFrom)) &&
			(league.headcountBelow === null || isBelow(unit.headcount, league.headcountBelow))
	);
	return fitting?.id ?? null;
}

function atLeast(headcount: number | null, from: number): boolean {
	return headcount !== null && headcount >= from;
}

function isBelow(headcount: number | null, below: number): boolean {
	return headcount !== null && headcount < below;
}
