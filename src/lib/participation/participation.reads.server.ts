import { sql } from 'kysely';
import type { Day, Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Audience } from '#lib/units/audience.ts';
import type { LeafSum, PersonMeasures } from './measures.ts';

/** A person's entry, with the audiences of the membership it stands on. */
export interface RegisteredPerson {
	readonly personId: string;
	readonly unitKey: string | null;
	readonly registeredAt: Instant;
	readonly audiences: readonly Audience[];
}

/** Entries of these people in a contest, by person. */
export async function listRegistered(
	db: ReadDb,
	asked: { readonly contestCode: string; readonly personIds: readonly string[]; readonly on: Day }
): Promise<RegisteredPerson[]> {
	const { rows } = await sql<RegisteredPerson>`
		select e.person_id, e.unit_key, e.registered_at, coalesce(m.audiences, '{}') as audiences
		from entry e
			left join membership m on m.person_id = e.person_id and m.unit_key = e.unit_key
				and ${asked.on}::date <@ m.valid_during
		where e.contest_code = ${asked.contestCode} and e.person_id = any(${[...asked.personIds]}::uuid[])
		order by e.person_id
	`.execute(db);
	return rows;
}

/** What the rollup holds of these people, by person id. */
export async function listPersonMeasures(
	db: ReadDb,
	contestCode: string,
	personIds: readonly string[]
): Promise<Map<string, PersonMeasures>> {
	const { rows } = await sql<PersonMeasures & { personId: string }>`
		select person_id, unit_key, audience, registered_on, started_on, completed_on, passed_on, perfect_on,
			to_jsonb(attempt_days) as attempt_days
		from participation_person
		where contest_code = ${contestCode} and person_id = any(${[...personIds]}::uuid[])
	`.execute(db);
	return new Map(rows.map(({ personId, ...measures }) => [personId, measures]));
}

/** The sums of a contest up to and with `asOf`, by leaf unit, audience and measure. */
export async function listLeafSums(db: ReadDb, contestCode: string, asOf: Day): Promise<LeafSum[]> {
	const { rows } = await sql<LeafSum>`
		select unit_key, audience, measure, sum(amount) as amount from participation_count
		where contest_code = ${contestCode} and on_day <= ${asOf}
		group by unit_key, audience, measure order by unit_key, audience, measure
	`.execute(db);
	return rows;
}

/** A leaf unit in which people are entered for a contest. */
export interface ContestLeaf {
	readonly contestCode: string;
	readonly unitKey: string;
}

/** Every contest with the leaf units that it counts people in. */
export async function listContestLeaves(db: ReadDb): Promise<ContestLeaf[]> {
	const { rows } = await sql<ContestLeaf>`
		select distinct contest_code, unit_key from participation_count order by contest_code, unit_key
	`.execute(db);
	return rows;
}
