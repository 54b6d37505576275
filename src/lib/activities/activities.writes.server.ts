import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { Activity, Confirmation } from './activity.ts';

export interface Recorded {
	readonly at: Instant;
	readonly accountId: string | null;
}

/** Adds an activity; false when the unit already has one of that day, kind and title. */
export async function insertActivity(
	tx: WriteDb,
	activity: Activity & { readonly id: string },
	{ at, accountId }: Recorded
): Promise<boolean> {
	const row = { ...activity, classes: [...activity.classes], tags: [...activity.tags] };
	const result = await tx
		.insertInto('activity')
		.values({ ...row, recordedAt: at, recordedBy: accountId })
		.onConflict((conflict) => conflict.constraint('activity_once').doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Rewrites a draft. The caller has locked it and seen that nobody confirmed it. */
export async function replaceActivity(
	tx: WriteDb,
	{ id, ...activity }: Activity & { readonly id: string }
): Promise<void> {
	const row = { ...activity, classes: [...activity.classes], tags: [...activity.tags] };
	await tx.updateTable('activity').set(row).where('id', '=', id).execute();
}

/** Locks activities in id order, so that a draft is not confirmed while it is rewritten. */
export async function lockActivities(tx: WriteDb, ids: readonly string[]): Promise<void> {
	await sql`select id from activity where id = any(${ids}::uuid[]) order by id for update`.execute(
		tx
	);
}

/** Records who vouched and when; false when somebody already had. */
export async function insertConfirmation(
	tx: WriteDb,
	{ activityId, by, on }: Confirmation & { readonly activityId: string },
	{ at, accountId }: Recorded
): Promise<boolean> {
	const result = await tx
		.insertInto('activityConfirmation')
		.values({ activityId, confirmedBy: by, confirmedOn: on, accountId, recordedAt: at })
		.onConflict((conflict) => conflict.column('activityId').doNothing())
		.executeTakeFirst();
	return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
