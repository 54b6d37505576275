import { sql, type Kysely } from 'kysely';

// contest: contests, their rounds, frozen forms, draws and entries. Owner: src/lib/contest.
export async function up(db: Kysely<unknown>): Promise<void> {
	await createContest(db);
	await createSecrets(db);
	await createForm(db);
	await createEntry(db);
	await createRosterFreeze(db);
	await createAccommodation(db);
}

async function createContest(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table contest (
			code text primary key,
			title text not null,
			organiser_key text not null references unit (key),
			bank_code text not null references bank (code),
			plan_code text references plan (code),
			headcount_as_of date not null,
			definition jsonb not null,
			imported_at timestamptz not null,
			imported_by uuid references account (id)
		)
	`.execute(db);
	await sql`comment on table contest is 'A contest; definition is the whole khoabang.contest/1 with its defaults filled in.'`.execute(
		db
	);
	await sql`create index contest_organiser on contest (organiser_key)`.execute(db);
	await sql`create index contest_plan on contest (plan_code)`.execute(db);
	await sql`
		create table round (
			id uuid primary key,
			contest_code text not null references contest (code),
			key text not null check (key <> 'final'),
			title text not null,
			kind text not null check (kind in ('week', 'dot', 'month', 'quarter', 'single', 'final')),
			position integer not null,
			opens_at timestamptz not null,
			closes_at timestamptz not null,
			unique (contest_code, key),
			unique (id, contest_code),
			check (opens_at < closes_at)
		)
	`.execute(db);
	await sql`comment on table round is 'A round is open in [opens_at, closes_at); key is its id in the file.'`.execute(
		db
	);
	await sql`create index round_opens on round (opens_at)`.execute(db);
	await sql`create index round_closes on round (closes_at)`.execute(db);
	await sql`
		create table rules_freeze (
			contest_code text primary key references contest (code),
			frozen_at timestamptz not null
		)
	`.execute(db);
	await sql`comment on table rules_freeze is 'The first attempt of a contest: from here its rules stand.'`.execute(
		db
	);
	await sql`
		create trigger rules_freeze_append_only before update or delete on rules_freeze
			for each row execute function refuse_change()
	`.execute(db);
}

async function createSecrets(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table draw_seed (
			round_id uuid primary key references round (id) on delete cascade,
			seed bytea not null check (length(seed) = 32),
			commitment text not null,
			drawn_at timestamptz not null
		)
	`.execute(db);
	await sql`comment on table draw_seed is 'The seed of a round''s draws: its commitment is public at once, the seed after the round has closed.'`.execute(
		db
	);
	await sql`
		create table contest_secret (
			contest_code text primary key references contest (code),
			secret bytea not null check (length(secret) = 32),
			commitment text not null,
			drawn_at timestamptz not null
		)
	`.execute(db);
	await sql`comment on table contest_secret is 'The key that makes public ids of this contest, of people and attempts: its commitment is public at once, the secret never.'`.execute(
		db
	);
	await sql`
		create trigger draw_seed_stands before update on draw_seed
			for each row execute function refuse_change()
	`.execute(db);
	await sql`
		create trigger contest_secret_append_only before update or delete on contest_secret
			for each row execute function refuse_change()
	`.execute(db);
}

async function createForm(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table form_item (
			round_id uuid not null references round (id) on delete cascade,
			cell integer not null,
			position integer not null,
			item_version_id uuid not null references item_version (id),
			primary key (round_id, cell, position),
			unique (round_id, cell, item_version_id)
		)
	`.execute(db);
	await sql`comment on table form_item is 'The item versions a round draws from, by cell of its blueprint, frozen when it opens.'`.execute(
		db
	);
	await sql`create index form_item_version on form_item (item_version_id)`.execute(db);
	await sql`
		-- A form may be drawn up anew only while the contest has no attempt.
		create function refuse_form_change() returns trigger language plpgsql as $$
		begin
			if exists (
				select from rules_freeze f join round r on r.contest_code = f.contest_code
				where r.id = old.round_id
			) then
				raise exception 'a frozen form stands' using errcode = 'restrict_violation';
			end if;
			return coalesce(new, old);
		end $$
	`.execute(db);
	await sql`
		create trigger form_item_stands before update or delete on form_item
			for each row execute function refuse_form_change()
	`.execute(db);
}

async function createEntry(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table entry (
			contest_code text not null references contest (code),
			person_id uuid not null references person (id),
			registered_at timestamptz not null,
			unit_key text references unit (key),
			group_id text,
			public_id text not null,
			primary key (contest_code, person_id),
			unique (contest_code, public_id)
		)
	`.execute(db);
	await sql`comment on table entry is 'A person in a contest, once; unit_key is null only until a person of several units has chosen.'`.execute(
		db
	);
	await sql`create index entry_person on entry (person_id)`.execute(db);
	await sql`create index entry_unit on entry (contest_code, unit_key)`.execute(db);
	await sql`
		-- The one change an entry knows is its unit, and with it its group: chosen once, and found anew only
		-- where the rules change before the first attempt.
		create function refuse_entry_change() returns trigger language plpgsql as $$
		begin
			if current_setting('khoabang.retention', true) = 'on' then
				return coalesce(new, old);
			end if;
			if tg_op = 'UPDATE'
				and (new.contest_code, new.person_id, new.registered_at, new.public_id)
					= (old.contest_code, old.person_id, old.registered_at, old.public_id)
				and (old.unit_key is null or not exists (
					select from rules_freeze f where f.contest_code = old.contest_code
				)) then
				return new;
			end if;
			raise exception 'an entry stands' using errcode = 'restrict_violation';
		end $$
	`.execute(db);
	await sql`
		create trigger entry_stands before update or delete on entry
			for each row execute function refuse_entry_change()
	`.execute(db);
}

async function createRosterFreeze(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table roster_freeze (
			contest_code text primary key references contest (code),
			roster_hash text not null check (roster_hash ~ '^[0-9a-f]{64}$'),
			people integer not null check (people >= 0),
			frozen_at timestamptz not null
		)
	`.execute(db);
	await sql`comment on table roster_freeze is 'Who was in a contest when its first round opened: sha256 of their public ids in code-unit order, each followed by LF. Whoever enters later is not in it.'`.execute(
		db
	);
	await sql`
		create trigger roster_freeze_append_only before update or delete on roster_freeze
			for each row execute function refuse_change()
	`.execute(db);
}

async function createAccommodation(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table accommodation (
			id bigint generated always as identity primary key,
			contest_code text not null references contest (code),
			person_id uuid not null references person (id),
			extra_time_n integer not null default 1,
			extra_time_d integer not null default 1 check (extra_time_d > 0),
			extra_attempts integer not null default 0 check (extra_attempts >= 0),
			reason text not null,
			recorded_at timestamptz not null,
			recorded_by uuid references account (id),
			check (extra_time_n >= extra_time_d)
		)
	`.execute(db);
	await sql`comment on table accommodation is 'Extra time and attempts of a person in a contest; the newest row is in force.'`.execute(
		db
	);
	await sql`comment on column accommodation.reason is 'personal: why this person has more time or attempts'`.execute(
		db
	);
	await sql`create index accommodation_person on accommodation (contest_code, person_id, id)`.execute(
		db
	);
	await sql`
		create trigger accommodation_append_only before update or delete on accommodation
			for each row execute function refuse_change()
	`.execute(db);
}
