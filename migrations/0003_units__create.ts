import { sql, type Kysely } from 'kysely';

// units: the organisation through time. Owner of these tables: src/lib/units.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create extension if not exists btree_gist`.execute(db);
	await createUnits(db);
	await createEvents(db);
	await createHeadcounts(db);
	await createPosts(db);
}

async function createUnits(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table unit (
			key text primary key check (key <> ''),
			kind text not null check (kind in ('country', 'province', 'district', 'commune', 'agency',
				'department', 'school', 'class', 'doan', 'chi_doan')),
			code text,
			levels text[] not null default '{}',
			opened date not null,
			closed date,
			life daterange not null generated always as (daterange(opened, closed)) stored,
			check (closed > opened),
			constraint unit_life unique (key, life without overlaps)
		);
		comment on table unit is 'A body of the organisation. The key is ours and never changes; the code is the state''s and may.';
		create index unit_kind on unit (kind);

		create table unit_name (
			unit_key text not null references unit (key),
			name text not null check (name <> ''),
			valid_from date not null,
			valid_to date,
			valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
			check (valid_to > valid_from),
			primary key (unit_key, valid without overlaps),
			foreign key (unit_key, period valid) references unit (key, period life)
				deferrable initially deferred
		);
		comment on table unit_name is 'What a unit is called, by day: one name a day.';

		create table unit_edge (
			child_key text not null references unit (key),
			tree text not null check (tree in ('admin', 'doan', 'education')),
			parent_key text not null references unit (key) check (parent_key <> child_key),
			valid_from date not null,
			valid_to date,
			valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
			check (valid_to > valid_from),
			primary key (child_key, tree, valid without overlaps),
			foreign key (child_key, period valid) references unit (key, period life)
				deferrable initially deferred,
			foreign key (parent_key, period valid) references unit (key, period life)
				deferrable initially deferred
		);
		comment on table unit_edge is 'Under whom a unit stands, by tree and day: one parent a tree a day, and only while both are open.';
		create index unit_edge_parent on unit_edge (parent_key, tree);
	`.execute(db);
}

async function createEvents(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table unit_event (
			id text primary key check (id <> ''),
			kind text not null check (kind in ('merge', 'split', 'rename', 'transfer', 'dissolve')),
			effective_on date not null,
			legal_basis text not null,
			note text
		);
		comment on table unit_event is 'A merger, split, renaming, transfer or end of units, with its legal basis.';

		create table unit_event_from (
			event_id text not null references unit_event (id),
			unit_key text not null references unit (key),
			primary key (event_id, unit_key)
		);
		comment on table unit_event_from is 'The units an event took up.';
		create index unit_event_from_unit on unit_event_from (unit_key);

		create table unit_event_to (
			event_id text not null references unit_event (id),
			unit_key text not null references unit (key),
			primary key (event_id, unit_key)
		);
		comment on table unit_event_to is 'The units an event left: the successors of all it took up.';
		create index unit_event_to_unit on unit_event_to (unit_key);
	`.execute(db);
}

async function createHeadcounts(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table headcount (
			id bigint generated always as identity primary key,
			unit_key text not null references unit (key),
			audience text not null check (audience in ('hs_1_5', 'hs_6_9', 'hs_10_12', 'sinh_vien',
				'doan_vien', 'thanh_nien', 'cbccvc', 'nguoi_dan')),
			as_of date not null,
			value integer not null check (value >= 0),
			source text not null,
			declared_by text not null,
			doc_ref text,
			recorded_at timestamptz not null
		);
		comment on table headcount is 'Declared numbers of people of an audience in a unit''s whole subtree. Append-only: a correction is a later row for the same day.';
		comment on column headcount.declared_by is 'personal: who declared it, as written in the source';
		create index headcount_latest on headcount (unit_key, audience, as_of desc, id desc);
		create trigger headcount_append_only before update or delete on headcount
			for each row execute function refuse_change();
	`.execute(db);
}

async function createPosts(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table post (
			id bigint generated always as identity primary key,
			account_id uuid not null references account (id),
			role text not null check (role in ('contestant', 'class-manager', 'school-head',
				'unit-secretary', 'organiser', 'author', 'reviewer', 'judge', 'official', 'auditor',
				'administrator')),
			unit_key text references unit (key),
			valid_from date not null,
			valid_to date,
			valid daterange not null generated always as (daterange(valid_from, valid_to)) stored,
			check (valid_to > valid_from),
			check (unit_key is not null or role = 'administrator'),
			constraint post_once exclude using gist (account_id with =, role with =,
				(coalesce(unit_key, '')) with =, valid with &&)
		);
		comment on table post is 'Who holds which role at which unit, by day. No unit: the whole instance (the administrator).';
		create index post_account on post (account_id);
		create index post_unit on post (unit_key);
	`.execute(db);
}
