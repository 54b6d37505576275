import type { Day, Period } from '#lib/kernel/instant.ts';
import type { IndicatorDefinition } from '#lib/plans/indicator.ts';
import type { WholePlan } from '#lib/plans/plan.ts';
import type { LineageBook } from '#lib/units/lineage.ts';
import type { Unit, UnitKind } from '#lib/units/unit.ts';
import type { PublishedContest } from './verdict-facts.reads.server.ts';

/** What all indicators of one plan share on one day in one reading. */
export interface Gathering {
	readonly plan: WholePlan;
	readonly issuer: Unit;
	/** The day whose units and facts count: as-of, drawn to the issuer's last day where as-was asks it. */
	readonly asOf: Day;
	readonly book: LineageBook;
	/** The kind of any unit, open or not. */
	kindOf(unitKey: string): UnitKind | undefined;
	/** Open units under the issuer on that day, the issuer included. */
	readonly units: readonly Unit[];
	/** Every contest published as a whole, whenever that was. */
	readonly contests: readonly PublishedContest[];
}

/** One indicator, with what all of the plan share and the days whose facts it counts. */
export interface Asked {
	readonly gathering: Gathering;
	readonly definition: IndicatorDefinition;
	readonly window: Period;
}
