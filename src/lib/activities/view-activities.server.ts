import { abilityTable, permitsSomewhere } from '#lib/identity/abilities.ts';
import type { Actor } from '#lib/identity/actor.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { byCodeUnit } from '#lib/kernel/text.ts';
import { listUnitsOn, subtreeKeysOn } from '#lib/units/units.reads.server.ts';
import { listActivitiesOfUnits } from './activities.reads.server.ts';
import type { StoredActivity } from './activity.ts';
import { refuse, type ActivitiesRefusal } from './refusals.ts';

export interface ActivityInList {
	readonly activity: StoredActivity;
	readonly unitName: string;
}

export interface ActivitiesPage {
	/** Units the reader holds a post at, and may record for. */
	readonly units: readonly { readonly key: string; readonly name: string }[];
	/** Not confirmed yet, the latest first. */
	readonly waiting: readonly ActivityInList[];
	/** The latest confirmed ones, at most 20. */
	readonly confirmed: readonly ActivityInList[];
}

const MOST_CONFIRMED = 20;

/** The work of who records and confirms what units did: what waits, and what was confirmed lately. */
export async function viewActivities(
	ctx: ReadContext
): Promise<Outcome<ActivitiesPage, ActivitiesRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	if (!permitsSomewhere(ctx.actor, 'activity.record')) return refuse('not-found');
	const today = dayOf(ctx.at);
	const own = ownUnits(ctx.actor);
	const keys = await subtreeKeysOn(ctx.db, own, null, today);
	const found = (await listActivitiesOfUnits(ctx.db, { unitKeys: keys })).sort((a, b) =>
		byCodeUnit(b.heldOn, a.heldOn)
	);
	const units = await listUnitsOn(
		ctx.db,
		[...new Set([...own, ...found.map((a) => a.unitKey)])],
		today
	);
	const names = new Map(units.map((unit) => [unit.key, unit.name]));
	const inList = (activity: StoredActivity): ActivityInList => ({
		activity,
		unitName: names.get(activity.unitKey) ?? activity.unitKey
	});
	return ok({
		units: own.map((key) => ({ key, name: names.get(key) ?? key })),
		waiting: found.filter((activity) => activity.confirmation === null).map(inList),
		confirmed: found
			.filter((activity) => activity.confirmation !== null)
			.slice(0, MOST_CONFIRMED)
			.map(inList)
	});
}

/** Where the actor's posts let them record; the administrator's post names no unit, so it gives no list. */
function ownUnits(actor: Actor): string[] {
	const roles: readonly string[] = abilityTable['activity.record'];
	const keys = actor.posts.filter((post) => roles.includes(post.role)).map((post) => post.unitKey);
	return [...new Set(keys.filter((key) => key !== null))].sort(byCodeUnit);
}
