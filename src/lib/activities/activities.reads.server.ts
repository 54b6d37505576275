import { sql, type RawBuilder } from 'kysely';
import type { Day } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Confirmation, StoredActivity } from './activity.ts';

type Row = Omit<StoredActivity, 'confirmation'> & {
	readonly confirmedBy: string | null;
	readonly confirmedOn: Day | null;
};

const selectActivity = sql`
	select a.id, a.unit_key, a.kind, a.held_on, a.title, a.classes, a.people, a.led_by, a.evidence,
		a.contest_code, a.tags, a.event_level, c.confirmed_by, c.confirmed_on
	from activity a left join activity_confirmation c on c.activity_id = a.id
`;

export async function findActivity(db: ReadDb, id: string): Promise<StoredActivity | undefined> {
	return (await list(db, sql`where a.id::text = ${id}`))[0];
}

export interface ActivityWindow {
	readonly unitKeys: readonly string[];
	/** First and last day on which it was held, both included; open when left out. */
	readonly from?: Day;
	readonly to?: Day;
}

/** What the units did, confirmed or not, by day, then title. */
export async function listActivitiesOfUnits(
	db: ReadDb,
	{ unitKeys, from, to }: ActivityWindow
): Promise<StoredActivity[]> {
	return await list(
		db,
		sql`where a.unit_key = any(${unitKeys})
			and a.held_on >= coalesce(${from ?? null}::date, '-infinity')
			and a.held_on <= coalesce(${to ?? null}::date, 'infinity')`
	);
}

export interface ConfirmedActivity extends Omit<StoredActivity, 'confirmation'> {
	readonly confirmation: Confirmation;
}

/** What the units did that was confirmed on or before the day `confirmedBy`: the facts that count (contract "Readings"). */
export async function listConfirmedActivities(
	db: ReadDb,
	window: ActivityWindow & { readonly confirmedBy: Day }
): Promise<ConfirmedActivity[]> {
	const activities = await listActivitiesOfUnits(db, window);
	return activities.flatMap(({ confirmation, ...activity }) =>
		confirmation !== null && confirmation.on <= window.confirmedBy
			? [{ ...activity, confirmation }]
			: []
	);
}

async function list(db: ReadDb, where: RawBuilder<unknown>): Promise<StoredActivity[]> {
	const { rows } =
		await sql<Row>`${selectActivity} ${where} order by a.held_on, a.title, a.id`.execute(db);
	return rows.map(({ confirmedBy, confirmedOn, ...activity }) => ({
		...activity,
		confirmation:
			confirmedBy === null || confirmedOn === null ? null : { by: confirmedBy, on: confirmedOn }
	}));
}

/** The contests with these codes that exist. */
export async function listKnownContests(db: ReadDb, codes: readonly string[]): Promise<string[]> {
	const { rows } = await sql<{ code: string }>`
		select code from contest where code = any(${codes}) order by code
	`.execute(db);
	return rows.map((row) => row.code);
}
