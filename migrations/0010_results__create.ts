import { sql, type Kysely } from 'kysely';

// results: what was published, version after version. Owner: src/lib/results.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table publication (
			id uuid primary key,
			contest_code text not null references contest (code),
			round_id uuid references round (id),
			version integer not null check (version >= 1),
			published_at timestamptz not null,
			published_by uuid references account (id),
			standings text not null,
			standings_sha256 text not null,
			full_contest text not null,
			full_attempts text not null,
			public_contest text not null,
			public_attempts text not null,
			unique nulls not distinct (contest_code, round_id, version)
		)
	`.execute(db);
	await sql`comment on table publication is 'A frozen version of a round''s results, or of the whole contest''s (round_id null): the very files of its bundle in both forms. People are public ids.'`.execute(
		db
	);
	await sql`create index publication_published on publication (published_at)`.execute(db);
	await sql`
		create trigger publication_append_only before update or delete on publication
			for each row execute function refuse_change()
	`.execute(db);
}
