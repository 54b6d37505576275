import { sql, type Kysely } from 'kysely';

// people: persons, where they belong and what they agreed to. Owner of these tables: src/lib/people.
export async function up(db: Kysely<unknown>): Promise<void> {
	await persons(db);
	await consents(db);
}

async function persons(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table person (
			id uuid primary key references account,
			code text not null unique check (code <> ''),
			name text not null check (name <> ''),
			birth_year int not null check (birth_year between 1900 and 2100),
			created_at timestamptz not null
		);
		comment on table person is 'Somebody on a roster. The id is that of the account which signs in.';
		comment on column person.code is 'personal: the code that the school or the agency gave';
		comment on column person.name is 'personal: full name';
		comment on column person.birth_year is 'personal: the year only, for the rules about age';
		create table roster (
			id uuid primary key,
			unit_key text not null references unit,
			file_hash bytea not null check (length(file_hash) = 32),
			valid_from date not null,
			people int not null,
			accepted_at timestamptz not null,
			accepted_by uuid references account
		);
		comment on table roster is 'A list that was accepted: of which unit, which file, when and by whom (null: a command).';
		create index roster_unit on roster (unit_key);
		create trigger roster_append_only before update or delete on roster
			for each row execute function refuse_change();
		create table membership (
			id uuid primary key,
			person_id uuid not null references person,
			unit_key text not null references unit,
			audiences text[] not null check (cardinality(audiences) > 0),
			valid_from date not null,
			valid_to date,
			valid_during daterange not null generated always as (daterange(valid_from, valid_to)) stored,
			roster_id uuid references roster,
			check (valid_to is null or valid_to > valid_from),
			unique (person_id, unit_key, valid_during without overlaps)
		);
		comment on table membership is 'That a person belongs to a unit, as which audiences, over days [valid_from, valid_to).';
		create index membership_person on membership (person_id);
		create index membership_unit on membership (unit_key, valid_from)
	`.execute(db);
}

async function consents(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table consent (
			id uuid primary key,
			person_id uuid not null references person,
			purpose text not null check (purpose in ('take_part', 'publish', 'certificate', 'photos')),
			given_by text not null check (given_by in ('child', 'guardian', 'self')),
			guardian_name text,
			guardian_relation text,
			text_version text not null,
			text_hash bytea not null check (length(text_hash) = 32),
			channel text not null check (channel in ('web', 'paper')),
			recorded_at timestamptz not null,
			recorded_by uuid references account,
			check (given_by = 'guardian' or (guardian_name is null and guardian_relation is null))
		);
		comment on table consent is 'One yes to one purpose, with the text it answers. It stands until a withdrawal names it.';
		comment on column consent.guardian_name is 'personal: name of the parent or guardian, where the paper says it';
		comment on column consent.guardian_relation is 'personal: mother, father, guardian';
		comment on column consent.recorded_by is 'The account that recorded it; null: a command.';
		create index consent_person on consent (person_id, purpose);
		create trigger consent_append_only before update or delete on consent
			for each row execute function refuse_change();
		create table consent_withdrawal (
			consent_id uuid primary key references consent,
			withdrawn_by text not null check (withdrawn_by in ('child', 'guardian', 'self')),
			channel text not null check (channel in ('web', 'paper')),
			recorded_at timestamptz not null,
			recorded_by uuid references account
		);
		comment on table consent_withdrawal is 'That a consent no longer stands, from recorded_at on.';
		create trigger consent_withdrawal_append_only before update or delete on consent_withdrawal
			for each row execute function refuse_change()
	`.execute(db);
}
