import { sql, type Kysely } from 'kysely';

// bank: questions and their versions. Owner of these tables: src/lib/bank.
export async function up(db: Kysely<unknown>): Promise<void> {
	await createBanks(db);
	await createItems(db);
	await createVersions(db);
}

async function createBanks(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table bank (
			code text primary key check (code <> ''),
			title text not null,
			language text not null,
			created_at timestamptz not null
		);
		comment on table bank is 'An item bank.';

		create table bank_term (
			bank_code text not null references bank (code),
			kind text not null check (kind in ('topic', 'level')),
			code text not null,
			title text not null,
			position int not null,
			primary key (bank_code, kind, code)
		);
		comment on table bank_term is 'The topics and levels that a bank uses, in its own order; a code is opaque.';

		create table bank_source (
			bank_code text not null references bank (code),
			source_id text not null,
			position int not null,
			content jsonb not null,
			primary key (bank_code, source_id)
		);
		comment on table bank_source is 'The documents that items cite, as khoabang.items/1 lists them.';
	`.execute(db);
}

async function createItems(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table item (
			bank_code text not null references bank (code),
			item_id text not null,
			position int not null,
			recorded_at timestamptz not null,
			primary key (bank_code, item_id),
			unique (bank_code, position)
		);
		comment on table item is 'A question, whatever its state; its states are the versions.';
	`.execute(db);
}

async function createVersions(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table item_version (
			id uuid primary key,
			bank_code text not null,
			item_id text not null,
			version int not null check (version >= 1),
			content jsonb not null,
			type text not null,
			topic text not null,
			level text not null,
			status text not null check (status in ('draft', 'approved', 'retired')),
			valid_from date not null,
			valid_to date check (valid_to > valid_from),
			audiences text[] not null,
			search_text text not null,
			recorded_at timestamptz not null,
			recorded_by uuid,
			unique (bank_code, item_id, version),
			foreign key (bank_code, item_id) references item (bank_code, item_id)
		);
		comment on table item_version is 'One state of a question, key and all; the highest version is the current one. Append-only.';
		comment on column item_version.search_text is 'The words of the question without case and marks, for searching.';
		create index item_version_cell on item_version (bank_code, topic, level);
		create trigger item_version_append_only before update or delete on item_version
			for each row execute function refuse_change();
	`.execute(db);
}
