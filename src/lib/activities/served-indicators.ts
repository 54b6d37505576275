import type { Day } from '#lib/kernel/instant.ts';
import type { IndicatorDefinition } from '#lib/plans/indicator.ts';
import type { Plan } from '#lib/plans/plan.ts';
import type { UnitKind } from '#lib/units/unit.ts';
import type { Activity } from './activity.ts';

/** An indicator that a confirmed activity may count towards, with the plan's own sentence. */
export interface ServedIndicator {
	readonly planCode: string;
	readonly code: string;
	readonly wording: string;
}

/** Is the plan in force on the day, its own end not included? */
export function isInForce(plan: Plan, on: Day): boolean {
	return plan.periodFrom <= on && on < plan.periodTo;
}

/** The indicators of a plan whose evidence such an activity of such a unit is (contract "Evidence"). */
export function servedIndicators(
	plan: { readonly code: string; readonly indicators: readonly IndicatorDefinition[] },
	activity: Pick<Activity, 'kind' | 'tags' | 'unitKey'>,
	unitKind: UnitKind
): ServedIndicator[] {
	return plan.indicators
		.filter((indicator) => isAsked(indicator, activity.unitKey, unitKind))
		.filter((indicator) => isEvidence(indicator, activity))
		.map(({ code, wording }) => ({ planCode: plan.code, code, wording }));
}

function isAsked({ units, kinds }: IndicatorDefinition, key: string, kind: UnitKind): boolean {
	return units?.includes(key) ?? kinds?.includes(kind) ?? false;
}

function isEvidence(
	{ evidence, activityKinds, tag }: IndicatorDefinition,
	{ kind, tags }: Pick<Activity, 'kind' | 'tags'>
): boolean {
	const hasTag = tag === undefined || tag.split(';').some((one) => tags.includes(one.trim()));
	switch (evidence) {
		case 'S3':
		case 'S2_or_S3':
			return (activityKinds ?? ['ngoai_khoa']).includes(kind);
		case 'activity':
		case 'plan_and_activity':
		case 'cadence':
			return hasTag && (activityKinds?.includes(kind) ?? kind !== 'ke_hoach_don_vi');
		case 'document':
			return hasTag && kind === 'ke_hoach_don_vi';
		case 'S1':
		case 'S2':
		case 'events':
		case 'pass_share':
		case 'manual':
			return false;
	}
}
