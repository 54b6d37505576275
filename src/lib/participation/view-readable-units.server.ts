import { abilityTable, permitsSomewhere } from '#lib/identity/abilities.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { isOpenOn, type UnitOnDay } from '#lib/units/unit.ts';
import { listUnitsOn } from '#lib/units/units.reads.server.ts';
import { listUnitRecords } from '#lib/units/world.reads.server.ts';
import { refuse, type ParticipationRefusal } from './refusals.ts';

/**
 * The topmost units whose participation the reader may see: those of their posts, by name; for who works for
 * the whole instance, every open unit that stands at the top of its tree. 401 without a session.
 */
export async function viewReadableUnits(
	ctx: ReadContext
): Promise<Outcome<{ readonly units: readonly UnitOnDay[] }, ParticipationRefusal>> {
	const { actor } = ctx;
	if (actor.kind === 'anonymous') return refuse('sign-in-needed');
	if (!permitsSomewhere(actor, 'participation.read')) return refuse('not-found');
	const today = dayOf(ctx.at);
	const posts = actor.posts.filter(({ role }) => abilityTable['participation.read'].includes(role));
	const everywhere = actor.kind === 'operator' || posts.some(({ unitKey }) => unitKey === null);
	const keys = everywhere
		? (await listUnitRecords(ctx.db))
				.filter((unit) => isOpenOn(unit, today) && unit.edges.length === 0)
				.map(({ key }) => key)
		: posts.flatMap(({ unitKey }) => (unitKey === null ? [] : [unitKey]));
	return ok({ units: await listUnitsOn(ctx.db, [...new Set(keys)], today) });
}
