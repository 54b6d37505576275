import { sql } from 'kysely';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { CountChange, PersonMeasures } from './measures.ts';

/** Keeps what the rollup now holds of each person. */
export async function replacePersonMeasures(
	tx: WriteDb,
	contestCode: string,
	people: ReadonlyMap<string, PersonMeasures>
): Promise<void> {
	const rows = [...people].map(([personId, measures]) => ({ personId, ...measures }));
	if (rows.length === 0) return;
	await sql`
		insert into participation_person (contest_code, person_id, unit_key, audience, registered_on,
			started_on, completed_on, passed_on, perfect_on, attempt_days)
		select ${contestCode}, r."personId", r."unitKey", r.audience, r."registeredOn", r."startedOn",
			r."completedOn", r."passedOn", r."perfectOn", array(select jsonb_array_elements_text(r."attemptDays")::date)
		from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("personId" uuid, "unitKey" text,
			audience text, "registeredOn" date, "startedOn" date, "completedOn" date, "passedOn" date,
			"perfectOn" date, "attemptDays" jsonb)
		on conflict (contest_code, person_id) do update set
			unit_key = excluded.unit_key, audience = excluded.audience, registered_on = excluded.registered_on,
			started_on = excluded.started_on, completed_on = excluded.completed_on,
			passed_on = excluded.passed_on, perfect_on = excluded.perfect_on, attempt_days = excluded.attempt_days
	`.execute(tx);
}

/** Adds changes to the sums; keys are written in one order, and there is one projector, so nothing waits on itself. */
export async function recordCountChanges(
	tx: WriteDb,
	contestCode: string,
	changes: readonly CountChange[]
): Promise<void> {
	if (changes.length === 0) return;
	await tx
		.insertInto('participationCount')
		.values(changes.map((change) => ({ contestCode, ...change })))
		.onConflict((conflict) =>
			conflict
				.columns(['contestCode', 'unitKey', 'audience', 'measure', 'onDay'])
				.doUpdateSet({ amount: sql`participation_count.amount + excluded.amount` })
		)
		.execute();
}
