import { sql, type Kysely } from 'kysely';

// plans: what a state body's plan asks, in its own words. Owner of these tables: src/lib/plans.
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`
		create table plan (
			code text primary key check (code <> ''),
			title text not null,
			issuer_key text not null references unit (key),
			number text,
			issued_on date,
			period_from date not null,
			period_to date not null,
			check (period_to > period_from)
		);
		comment on table plan is 'A plan of a state body: who issued it and for which days [from, to).';
		create index plan_issuer on plan (issuer_key);

		create table indicator (
			plan_code text not null references plan (code),
			code text not null check (code <> ''),
			position integer not null,
			wording text not null,
			definition jsonb not null,
			source text not null,
			primary key (plan_code, code),
			unique (plan_code, position) deferrable initially deferred
		);
		comment on table indicator is 'A sentence of the plan that can be judged: its wording and its machine form (khoabang.plan/1).';

		create table task (
			plan_code text not null references plan (code),
			code text not null check (code <> ''),
			position integer not null,
			wording text not null,
			lead text not null,
			joined_by text,
			audience text,
			cadence text,
			source text not null,
			primary key (plan_code, code),
			unique (plan_code, position) deferrable initially deferred
		);
		comment on table task is 'A task of the plan, word for word: who leads, who joins, for whom, how often.';

		create table deadline (
			plan_code text not null references plan (code),
			position integer not null,
			title text not null,
			before text,
			cutoff text,
			repeat text not null check (repeat in ('monthly', 'yearly', 'once', 'on_request')),
			primary key (plan_code, position)
		);
		comment on table deadline is 'A report the plan asks for: to be in before a day, that day not included.';
	`.execute(db);
}
