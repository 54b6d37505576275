import { sql, type Kysely } from 'kysely';

// server: what every room stands on. Owner of these tables: src/lib/server.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		-- Raises on change of an append-only table, unless a retention write says so for its transaction.
		create function refuse_change() returns trigger language plpgsql as $$
		begin
			if current_setting('khoabang.retention', true) = 'on' then
				return coalesce(new, old);
			end if;
			raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
		end $$
	`.execute(db);
	await sql`
		create table instance_fact (
			key text primary key,
			value text not null,
			recorded_at timestamptz not null
		)
	`.execute(db);
	await sql`comment on table instance_fact is 'What is true of this instance for good: the demo mark, the fingerprint of its secret.'`.execute(
		db
	);
	await sql`
		create table outbox (
			id bigint generated always as identity primary key,
			consumer text not null check (consumer in ('board', 'participation')),
			kind text not null,
			contest_code text not null,
			round_id uuid,
			person_id uuid not null,
			attempt_id uuid,
			recorded_at timestamptz not null
		)
	`.execute(db);
	await sql`create index outbox_consumer on outbox (consumer, id)`.execute(db);
	await sql`comment on table outbox is 'What each projector has still to fold, a row per consumer, inserted in the transaction of the fact and deleted when folded.'`.execute(
		db
	);
	await sql`
		create table audit_entry (
			id bigint generated always as identity primary key,
			at timestamptz not null,
			account_id uuid,
			actor_kind text not null check (actor_kind in ('account', 'operator')),
			act text not null,
			about jsonb not null default '{}'
		)
	`.execute(db);
	await sql`
		create trigger audit_entry_append_only before update or delete on audit_entry
			for each row execute function refuse_change()
	`.execute(db);
	await sql`comment on table audit_entry is 'Every write of staff or operator: who, when, which use case, about which keys; nothing that a person typed.'`.execute(
		db
	);
}
