import { sql } from 'kysely';
import type { Instant, Day } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Audience } from '#lib/units/audience.ts';
import type { ActivityFact } from './evidence.ts';

export interface ActivityRow extends ActivityFact {
	readonly unitKey: string;
	readonly eventLevel: string | null;
}

/** Activities of these units, confirmed or not, by unit, day and kind; days and codes only. */
export async function listActivityFacts(
	db: ReadDb,
	unitKeys: readonly string[]
): Promise<ActivityRow[]> {
	const { rows } = await sql<ActivityRow>`
		select a.unit_key, a.kind, a.held_on, c.confirmed_on, a.tags, a.event_level
		from activity a left join activity_confirmation c on c.activity_id = a.id
		where a.unit_key = any(${[...unitKeys]})
		order by a.unit_key, a.held_on, a.kind, a.id
	`.execute(db);
	return rows;
}

/** A contest whose results are published as a whole. */
export interface PublishedContest {
	readonly code: string;
	readonly version: number;
	readonly planCode: string | null;
	readonly organiserKey: string;
	readonly audiences: readonly Audience[];
	/** When its last round closed. */
	readonly closedAt: Instant;
	readonly countingDay: Day;
}

/** Contests with a publication of the whole, with its newest version, by code (contract §2, S2). */
export async function listPublishedContests(db: ReadDb): Promise<PublishedContest[]> {
	const { rows } = await sql<PublishedContest>`
		select c.code, max(p.version) as version, c.plan_code, c.organiser_key,
			array(select jsonb_array_elements_text(c.definition -> 'audiences')) as audiences,
			(select max(r.closes_at) from round r where r.contest_code = c.code) as closed_at,
			c.headcount_as_of as counting_day
		from contest c join publication p on p.contest_code = c.code and p.round_id is null
		group by c.code order by c.code
	`.execute(db);
	return rows;
}

/** Leaf units with people in these contests. */
export async function listLeaves(db: ReadDb, contestCodes: readonly string[]): Promise<string[]> {
	const { rows } = await sql<{ unitKey: string }>`
		select distinct unit_key from participation_person
		where contest_code = any(${[...contestCodes]}) and unit_key is not null order by unit_key
	`.execute(db);
	return rows.map(({ unitKey }) => unitKey);
}

/** People of one audience set that reached a measure in some of the contests, counted once each within a group. */
export interface DistinctQuestion {
	readonly contestCodes: readonly string[];
	readonly measure: 'completed' | 'passed';
	/** A leaf unit, the group it counts for, and the audiences that count there. */
	readonly leaves: readonly {
		readonly unitKey: string;
		readonly group: string;
		readonly audiences: readonly Audience[];
	}[];
}

/** Distinct people by group; a group without people is missing. */
export async function countDistinctPeople(
	db: ReadDb,
	{ contestCodes, measure, leaves }: DistinctQuestion
): Promise<Map<string, number>> {
	const reached = sql.ref(measure === 'completed' ? 'p.completed_on' : 'p.passed_on');
	const { rows } = await sql<{ group: string; people: number }>`
		select l."group", count(distinct p.person_id) as people
		from jsonb_to_recordset(${JSON.stringify(leaves)}::jsonb) as l("unitKey" text, "group" text, audiences jsonb)
			join participation_person p on p.unit_key = l."unitKey" and l.audiences ? p.audience
		where p.contest_code = any(${[...contestCodes]}) and ${reached} is not null
		group by l."group" order by l."group"
	`.execute(db);
	return new Map(rows.map(({ group, people }) => [group, people]));
}
