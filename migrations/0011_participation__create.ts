import { sql, type Kysely } from 'kysely';

// participation: who took part, by unit, audience, measure and day. Owner: src/lib/participation.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table participation_person (
			contest_code text not null references contest (code),
			person_id uuid not null references person (id),
			unit_key text references unit (key),
			audience text,
			registered_on date not null,
			started_on date,
			completed_on date,
			passed_on date,
			perfect_on date,
			attempt_days date[] not null default '{}',
			primary key (contest_code, person_id)
		)
	`.execute(db);
	await sql`comment on table participation_person is 'What the rollup holds of each person: the day each measure was first reached, and the day of each valid attempt. Folded from the outbox, never from a page.'`.execute(
		db
	);
	await sql`create index participation_person_unit on participation_person (unit_key, contest_code)`.execute(
		db
	);
	await sql`
		create table participation_count (
			contest_code text not null references contest (code),
			unit_key text not null references unit (key),
			audience text not null,
			measure text not null check (measure in ('registered', 'started', 'completed', 'passed', 'perfect', 'attempts')),
			on_day date not null,
			amount integer not null,
			primary key (contest_code, unit_key, audience, measure, on_day)
		)
	`.execute(db);
	await sql`comment on table participation_count is 'People (or attempts) of a leaf unit that reached a measure on a day: additive over days and, within one tree, over units.'`.execute(
		db
	);
}
