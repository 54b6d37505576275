import { sql, type Kysely } from 'kysely';

// standings: live boards, folded from the outbox by one projector. Owner: src/lib/standings.
// All of it can be folded anew from attempts; nothing here is a fact of its own.
export async function up(db: Kysely<unknown>): Promise<void> {
	await createBoards(db);
	await createRows(db);
}

async function createBoards(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table board_round (
			round_id uuid primary key references round (id),
			watermark bigint not null check (watermark >= 1),
			as_of timestamptz not null,
			settled boolean not null,
			actual bigint
		)
	`.execute(db);
	await sql`comment on table board_round is 'The snapshot of a round''s boards: watermark rises with each projection; settled once the round is closed and no attempt of it runs, and only then is actual known.'`.execute(
		db
	);
	await sql`
		create function refuse_falling_watermark() returns trigger language plpgsql as $$
		begin
			if new.watermark <= old.watermark then
				raise exception 'a watermark never falls' using errcode = 'restrict_violation';
			end if;
			return new;
		end $$
	`.execute(db);
	await sql`
		create trigger board_round_rises before update on board_round
			for each row execute function refuse_falling_watermark()
	`.execute(db);
}

async function createRows(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table board_person (
			round_id uuid not null references round (id),
			person_id uuid not null references person (id),
			unit_key text not null references unit (key),
			group_id text,
			attempt_id uuid not null references attempt (id),
			score integer not null,
			elapsed bigint not null,
			submitted_at timestamptz not null,
			started_at timestamptz not null,
			first_submitted_at timestamptz not null,
			registered_at timestamptz not null,
			attempts integer not null,
			perfect integer not null,
			has_full boolean not null,
			prediction integer,
			prediction_error bigint,
			sort_key bytea not null,
			primary key (round_id, person_id)
		)
	`.execute(db);
	await sql`comment on table board_person is 'A person''s result in a round. sort_key is the chain in force as fixed-width bytes: their order is the ranking, equal bytes share a rank.'`.execute(
		db
	);
	await sql`create index board_person_order on board_person (round_id, sort_key, person_id)`.execute(
		db
	);
	await sql`create index board_person_group on board_person (round_id, group_id, sort_key, person_id)`.execute(
		db
	);
	await sql`
		create table board_unit (
			round_id uuid not null references round (id),
			unit_key text not null references unit (key),
			position integer not null,
			league text,
			rank integer,
			participants integer not null,
			attempts integer not null,
			headcount integer,
			value_n text,
			value_d text,
			flags text[] not null,
			primary key (round_id, unit_key)
		)
	`.execute(db);
	await sql`comment on table board_unit is 'Ranked units over a round and those closed before it, in the order they are shown.'`.execute(
		db
	);
	await sql`create index board_unit_order on board_unit (round_id, position)`.execute(db);
}
