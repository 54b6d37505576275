import type { WriteDb } from '#lib/server/db/client.ts';
import type { Form } from './form.ts';

export async function insertForm(tx: WriteDb, form: Form): Promise<void> {
	const rows = form.cells.flatMap(({ cell, itemVersionIds }) =>
		itemVersionIds.map((itemVersionId, position) => ({
			roundId: form.roundId,
			cell,
			position,
			itemVersionId
		}))
	);
	await tx.insertInto('formItem').values(rows).execute();
}

/** Lets the forms of a contest be frozen anew; the database refuses it once there is an attempt. */
export async function deleteForms(tx: WriteDb, contestCode: string): Promise<void> {
	await tx
		.deleteFrom('formItem')
		.where('roundId', 'in', (eb) =>
			eb.selectFrom('round').select('id').where('contestCode', '=', contestCode)
		)
		.execute();
}
