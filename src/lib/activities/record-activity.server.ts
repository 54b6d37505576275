import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { isOpenOn } from '#lib/units/unit.ts';
import { findUnit, lineageOn } from '#lib/units/units.reads.server.ts';
import { insertActivity } from './activities.writes.server.ts';
import type { RecordActivity } from './record-activity.schema.ts';
import { refuse, type ActivitiesRefusal } from './refusals.ts';

export interface RecordedActivity {
	readonly activityId: string;
}

/** Writes down what a unit did, as a draft: it counts once somebody who may has confirmed it. */
export async function recordActivity(
	ctx: WriteContext,
	input: RecordActivity
): Promise<Outcome<RecordedActivity, ActivitiesRefusal>> {
	const today = dayOf(ctx.at);
	const unit = await findUnit(ctx.tx, input.unitKey);
	const lineage = await lineageOn(ctx.tx, input.unitKey, today);
	if (!unit || !permits(ctx.actor, 'activity.record', lineage)) return refuse('not-found');
	const wrongDay = (code: 'held-in-future' | 'unit-not-open') =>
		refuse(code, { errors: [{ pointer: '/heldOn', code }] });
	if (input.heldOn > today) return wrongDay('held-in-future');
	if (!isOpenOn(unit, input.heldOn)) return wrongDay('unit-not-open');

	const activity = { ...input, contestCode: null, tags: [], eventLevel: null };
	const id = ctx.random.id();
	const recorded = { at: ctx.at, accountId: ctx.actor.accountId };
	const isNew = await insertActivity(ctx.tx, { id, ...activity }, recorded);
	return isNew ? ok({ activityId: id }) : refuse('already-recorded');
}
