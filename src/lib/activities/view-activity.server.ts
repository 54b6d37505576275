import { permits } from '#lib/identity/abilities.ts';
import type { Actor } from '#lib/identity/actor.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listIndicators, listPlans } from '#lib/plans/plans.reads.server.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { UnitOnDay } from '#lib/units/unit.ts';
import { lineageOn, listUnitsOn } from '#lib/units/units.reads.server.ts';
import { findActivity } from './activities.reads.server.ts';
import {
	confirmationHindrance,
	confirmingPost,
	type Hindrance,
	type StoredActivity
} from './activity.ts';
import { refuse, type ActivitiesRefusal } from './refusals.ts';
import { isInForce, servedIndicators, type ServedIndicator } from './served-indicators.ts';
import type { ViewActivity } from './view-activity.schema.ts';

/** What the reader may do about an activity, and why not. */
export interface MayConfirm {
	readonly allowed: boolean;
	readonly why: Hindrance | 'not-head';
}

export interface ActivityPage {
	readonly activity: StoredActivity;
	readonly unit: { readonly key: string; readonly name: string };
	readonly confirm: MayConfirm;
	/** Indicators of plans in force on the day it was held that a confirmation lets it count towards. */
	readonly serves: readonly ServedIndicator[];
}

/** One activity with its facts, for those who work in its unit or above it. */
export async function viewActivity(
	ctx: ReadContext,
	input: ViewActivity
): Promise<Outcome<ActivityPage, ActivitiesRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	const activity = await findActivity(ctx.db, input.activityId);
	if (!activity) return refuse('not-found');
	const lineage = await lineageOn(ctx.db, activity.unitKey, dayOf(ctx.at));
	if (!permits(ctx.actor, 'unit.read', lineage)) return refuse('not-found');
	const [unit] = await listUnitsOn(ctx.db, [activity.unitKey], activity.heldOn);
	if (!unit) return refuse('not-found');
	return ok({
		activity,
		unit: { key: unit.key, name: unit.name },
		confirm: mayConfirm(ctx.actor, activity, { unit, lineage, today: dayOf(ctx.at) }),
		serves: await servesOf(ctx.db, activity, unit)
	});
}

interface Place {
	readonly unit: UnitOnDay;
	readonly lineage: readonly string[];
	readonly today: Day;
}

function mayConfirm(
	actor: Actor,
	activity: StoredActivity,
	{ unit, lineage, today }: Place
): MayConfirm {
	if (confirmingPost(actor, { kind: unit.kind, lineage }) === undefined)
		return { allowed: false, why: 'not-head' };
	const why = confirmationHindrance(activity, today);
	return { allowed: why === null, why };
}

/** Plans of those above the unit on the day it was held. */
async function servesOf(
	db: ReadDb,
	activity: StoredActivity,
	unit: UnitOnDay
): Promise<ServedIndicator[]> {
	const lineage = await lineageOn(db, unit.key, activity.heldOn);
	const plans = (await listPlans(db)).filter(
		(plan) => lineage.includes(plan.issuerKey) && isInForce(plan, activity.heldOn)
	);
	const served: ServedIndicator[] = [];
	for (const { code } of plans) {
		const indicators = await listIndicators(db, code);
		served.push(...servedIndicators({ code, indicators }, activity, unit.kind));
	}
	return served;
}
