import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { findRound } from './contests.reads.server.ts';
import type { Form } from './form.ts';

/** A round's frozen form; `undefined` before it is frozen. Cells in the order of the blueprint. */
export async function findForm(db: ReadDb, roundId: string): Promise<Form | undefined> {
	const round = await findRound(db, roundId);
	if (round === undefined) return undefined;
	const rows = await db
		.selectFrom('formItem')
		.select(['cell', 'itemVersionId'])
		.where('roundId', '=', roundId)
		.orderBy('cell')
		.orderBy('position')
		.execute();
	if (rows.length === 0) return undefined;
	const cells = round.contest.definition.blueprint.map((blueprint, cell) => ({
		...blueprint,
		cell,
		itemVersionIds: rows.filter((row) => row.cell === cell).map((row) => row.itemVersionId)
	}));
	return { roundId, cells };
}

/** Rounds that are open at `at` and whose form is not frozen yet, by opening. */
export async function listRoundsToFreeze(db: ReadDb, at: Instant): Promise<string[]> {
	const rows = await db
		.selectFrom('round as r')
		.select('r.id')
		.where('r.opensAt', '<=', at)
		.where('r.closesAt', '>', at)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(selectFrom('formItem as f').select('f.roundId').whereRef('f.roundId', '=', 'r.id'))
			)
		)
		.orderBy('r.opensAt')
		.orderBy('r.id')
		.execute();
	return rows.map((row) => row.id);
}
