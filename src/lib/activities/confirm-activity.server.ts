import { permits } from '#lib/identity/abilities.ts';
import type { ActorPost } from '#lib/identity/actor.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { findUnit, lineageOn, unitName } from '#lib/units/units.reads.server.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { findActivity } from './activities.reads.server.ts';
import { insertConfirmation, lockActivities } from './activities.writes.server.ts';
import { confirmationHindrance, confirmingPost, type Confirmation } from './activity.ts';
import type { ConfirmActivity } from './confirm-activity.schema.ts';
import { refuse, type ActivitiesRefusal } from './refusals.ts';

/** The head of a unit vouches for an activity: a row with who and when, once and for good. */
export async function confirmActivity(
	ctx: WriteContext,
	input: ConfirmActivity
): Promise<Outcome<Confirmation, ActivitiesRefusal>> {
	const today = dayOf(ctx.at);
	const seen = await findActivity(ctx.tx, input.activityId);
	if (!seen) return refuse('not-found');
	await lockActivities(ctx.tx, [seen.id]);
	const activity = (await findActivity(ctx.tx, seen.id)) ?? seen;
	const unit = await findUnit(ctx.tx, activity.unitKey);
	const lineage = await lineageOn(ctx.tx, activity.unitKey, today);
	const post = unit && confirmingPost(ctx.actor, { kind: unit.kind, lineage });
	if (!post || !permits(ctx.actor, 'activity.confirm', lineage)) return refuse('not-found');
	const hindrance = confirmationHindrance(activity, today);
	if (hindrance !== null) return refuse(hindrance);

	const confirmation = { by: await officeOf(ctx.tx, post, today), on: today };
	const recorded = { at: ctx.at, accountId: ctx.actor.accountId };
	await insertConfirmation(ctx.tx, { activityId: activity.id, ...confirmation }, recorded);
	return ok(confirmation);
}

/** As the files of units write it: "Hiệu trưởng Trường THCS Trần Phú". A record, so in Vietnamese in every language. */
async function officeOf(db: ReadDb, { role, unitKey }: ActorPost, on: Day): Promise<string> {
	const office = role === 'school-head' ? 'Hiệu trưởng' : 'Bí thư';
	return unitKey === null ? office : `${office} ${await unitName(db, unitKey, on)}`;
}
