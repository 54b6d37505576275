import type { Day } from '#lib/kernel/instant.ts';
import type { Deadline } from './deadline.ts';
import type { IndicatorDefinition } from './indicator.ts';

/** A plan of a state body, without its parts. Its period is `[periodFrom, periodTo)`. */
export interface Plan {
	readonly code: string;
	readonly title: string;
	readonly issuerKey: string;
	readonly number: string | null;
	readonly issuedOn: Day | null;
	readonly periodFrom: Day;
	readonly periodTo: Day;
}

/** A task word for word; `audience` and `cadence` are the plan's words, not codes. */
export interface PlanTask {
	readonly code: string;
	readonly wording: string;
	readonly lead: string;
	readonly joinedBy: string | null;
	readonly audience: string | null;
	readonly cadence: string | null;
	readonly source: string;
}

export interface WholePlan extends Plan {
	readonly indicators: readonly IndicatorDefinition[];
	readonly tasks: readonly PlanTask[];
	readonly deadlines: readonly Deadline[];
}
