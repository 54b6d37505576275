import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { insertPost, type NewPost } from './posts.writes.server.ts';
import { refuse, type UnitsRefusal } from './refusals.ts';
import { isOpenOn } from './unit.ts';
import { findUnit } from './units.reads.server.ts';

/**
 * Gives an account a role at a unit from a day on; holding it already is left as it is. The unit must be
 * open on that day, and only the administrator's role is held over the whole instance (`unitKey` null).
 */
export async function appointOfficer(
	tx: WriteDb,
	post: NewPost
): Promise<Outcome<null, UnitsRefusal>> {
	if (post.unitKey === null) {
		if (post.role !== 'administrator') return refuse('unit-needed');
	} else {
		const unit = await findUnit(tx, post.unitKey);
		if (!unit || !isOpenOn(unit, post.from))
			return refuse('unit-unknown', { facts: { unit: post.unitKey } });
	}
	await insertPost(tx, post);
	return ok(null);
}
