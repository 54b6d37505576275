import { sql, type Kysely } from 'kysely';

// taking: attempts and everything a contestant hands in. Owner of these tables: src/lib/taking.
// All of it is a log; the one table whose rows go away is attempt_due, the sweeper's list.
export async function up(db: Kysely<unknown>): Promise<void> {
	await createAttempts(db);
	await createAnswers(db);
	await createEnds(db);
	await guardLogs(db);
}

async function createAttempts(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table attempt (
			id uuid primary key,
			round_id uuid not null,
			contest_code text not null,
			person_id uuid not null references person (id),
			seq int not null check (seq >= 1),
			seed bytea not null,
			receipt text not null unique,
			started_at timestamptz not null,
			ends_at timestamptz not null,
			allowance_ms int not null check (allowance_ms >= 0),
			extra_time_n int not null default 1 check (extra_time_n >= 1),
			extra_time_d int not null default 1 check (extra_time_d >= 1),
			unique (person_id, round_id, seq),
			foreign key (round_id, contest_code) references round (id, contest_code),
			check (ends_at >= started_at)
		)
	`.execute(db);
	await sql`create index attempt_round on attempt (round_id, id)`.execute(db);
	await sql`create index attempt_contest on attempt (contest_code, person_id)`.execute(db);
	await sql`comment on table attempt is 'One start of one person in one round. ends_at is the deadline as told, without the network allowance; the paper is a function of the round''s frozen form and seed.'`.execute(
		db
	);
	await sql`
		create table attempt_writer (
			attempt_id uuid not null references attempt (id),
			writer int not null check (writer >= 1),
			at timestamptz not null,
			primary key (attempt_id, writer)
		)
	`.execute(db);
	await sql`comment on table attempt_writer is 'Each start or resume by POST is a new writer; saves of an older one no longer count.'`.execute(
		db
	);
	await sql`
		create table attempt_due (
			attempt_id uuid primary key references attempt (id),
			due_at timestamptz not null
		)
	`.execute(db);
	await sql`create index attempt_due_at on attempt_due (due_at)`.execute(db);
	await sql`comment on table attempt_due is 'Attempts that have no attempt_end yet, by the instant from which they count as ended. The sweeper''s list; nothing decides by it.'`.execute(
		db
	);
}

async function createAnswers(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table response (
			attempt_id uuid not null references attempt (id),
			position int not null check (position >= 1),
			writer int not null check (writer >= 1),
			client_seq bigint not null check (client_seq between 1 and 9007199254740991),
			response jsonb not null,
			saved_at timestamptz not null,
			primary key (attempt_id, position, writer, client_seq)
		)
	`.execute(db);
	await sql`comment on table response is 'Every saved answer; the newest (writer, client_seq) of a position counts. JSON null is a cleared answer.'`.execute(
		db
	);
	await sql`comment on column response.response is 'personal: what the person answered'`.execute(
		db
	);
	await sql`
		create table prediction (
			attempt_id uuid not null references attempt (id),
			writer int not null check (writer >= 1),
			client_seq bigint not null check (client_seq between 1 and 9007199254740991),
			value int check (value between 0 and 100000000),
			saved_at timestamptz not null,
			primary key (attempt_id, writer, client_seq)
		)
	`.execute(db);
	await sql`comment on table prediction is 'Every saved prediction; the newest (writer, client_seq) counts. A null value declines.'`.execute(
		db
	);
	await sql`
		create table late_evidence (
			id bigint generated always as identity primary key,
			attempt_id uuid not null references attempt (id),
			kind text not null check (kind in ('attempt-ended', 'continued-elsewhere')),
			position int not null check (position >= 0),
			writer int not null,
			client_seq bigint not null,
			response jsonb not null,
			answered_at timestamptz,
			received_at timestamptz not null,
			unique (attempt_id, position, writer, client_seq, kind)
		)
	`.execute(db);
	await sql`comment on table late_evidence is 'Saves that came after the end or from an older writer. They count only if a correction accepts them. Position 0 is the prediction.'`.execute(
		db
	);
	await sql`comment on column late_evidence.response is 'personal: what the person answered'`.execute(
		db
	);
	await sql`comment on column late_evidence.answered_at is 'What the device claims; it decides nothing.'`.execute(
		db
	);
}

async function createEnds(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table attempt_end (
			attempt_id uuid primary key references attempt (id),
			kind text not null check (kind in ('submitted', 'auto')),
			ended_at timestamptz not null,
			recorded_at timestamptz not null
		)
	`.execute(db);
	await sql`comment on table attempt_end is 'How an attempt ended: submitted at ended_at, or auto at its ends_at. An attempt past its end and the allowance is auto before this row exists.'`.execute(
		db
	);
	await sql`
		create table imported_score (
			attempt_id uuid primary key references attempt (id),
			score int not null check (score >= 0),
			source text not null
		)
	`.execute(db);
	await sql`comment on table imported_score is 'The score of an attempt held elsewhere (paper, an older site); it has no responses here.'`.execute(
		db
	);
}

async function guardLogs(db: Kysely<unknown>): Promise<void> {
	const logs = [
		'attempt',
		'attempt_writer',
		'response',
		'prediction',
		'late_evidence',
		'attempt_end',
		'imported_score'
	];
	for (const log of logs) {
		await sql`
			create trigger ${sql.raw(`${log}_append_only`)} before update or delete on ${sql.table(log)}
				for each row execute function refuse_change()
		`.execute(db);
	}
}
