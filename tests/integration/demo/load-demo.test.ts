import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listContests, listRounds } from '#lib/contest/contests.reads.server.ts';
import { roundPhase } from '#lib/contest/round-phase.ts';
import { findInstanceFact } from '#lib/server/instance.server.ts';
import type { TestDatabase } from '#tests/support/database.ts';
import { demoDatabase } from '#tests/support/demo.ts';
import { WORLD_NOW } from '#tests/support/world-now.ts';

let database: TestDatabase;
beforeAll(async () => {
	database = await demoDatabase();
}, 180_000);
afterAll(() => database.close());

async function count(query: ReturnType<typeof sql<{ n: number }>>): Promise<number | undefined> {
	return (await query.execute(database.connections.read)).rows[0]?.n;
}

test('the demo marks its instance for good', async () => {
	expect(await findInstanceFact(database.connections.read, 'demo')).toBeDefined();
});

// The rows of src/demo/data, counted in its README.
test.each([
	['units', sql<{ n: number }>`select count(*) as n from unit`, 140],
	['changes of units', sql<{ n: number }>`select count(*) as n from unit_event`, 39],
	['people of the roster', sql<{ n: number }>`select count(*) as n from person`, 497],
	['plans', sql<{ n: number }>`select count(*) as n from plan`, 5],
	['indicators', sql<{ n: number }>`select count(*) as n from indicator`, 37],
	['activities', sql<{ n: number }>`select count(*) as n from activity`, 79],
	['confirmed activities', sql<{ n: number }>`select count(*) as n from activity_confirmation`, 75]
])('%s are all loaded', async (_name, query, expected) => {
	expect(await count(query)).toBe(expected);
});

test.each([
	['w2-thcs-cds-2024', 107, 102],
	['w3-tam-ky-2024', 20, 20],
	['w4-cbccvc-tam-ky-2024', 29, 27]
])('%s holds the attempts of its file: %i by %i people', async (code, attempts, people) => {
	expect(await count(sql`select count(*) as n from attempt where contest_code = ${code}`)).toBe(
		attempts
	);
	expect(
		await count(
			sql`select count(distinct person_id) as n from attempt where contest_code = ${code}`
		)
	).toBe(people);
});

test('six contests: four that have closed, and two that are open for sixty days', async () => {
	const phases = [];
	for (const { code } of await listContests(database.connections.read)) {
		const rounds = await listRounds(database.connections.read, code);
		phases.push(`${code}: ${rounds.map((round) => roundPhase(round, WORLD_NOW)).join(' ')}`);
	}
	expect(phases.sort()).toEqual([
		'w1-doan-vien-cds-2026: closed closed closed closed',
		'w1-mo: open',
		'w2-mo: open',
		'w2-thcs-cds-2024: closed closed',
		'w3-tam-ky-2024: closed',
		'w4-cbccvc-tam-ky-2024: closed'
	]);
});

test('the four weeks of W1 were played to their end and are published, week by week and whole', async () => {
	const { rows } = await sql<{ round: string; version: number }>`
		select coalesce(r.key, 'whole') as round, p.version from publication p
			left join round r on r.id = p.round_id
		where p.contest_code = 'w1-doan-vien-cds-2026' order by 1
	`.execute(database.connections.read);
	expect(rows).toEqual(['r1', 'r2', 'r3', 'r4', 'whole'].map((round) => ({ round, version: 1 })));
	const running = sql<{ n: number }>`
		select count(*) as n from attempt a where not exists (
			select from attempt_end e where e.attempt_id = a.id) and not exists (
			select from imported_score s where s.attempt_id = a.id)`;
	expect(await count(running)).toBe(0);
});

test('W3 and W4 are published as a whole; W2 waits for a later version', async () => {
	const { rows } = await sql<{ contestCode: string }>`
		select contest_code from publication where round_id is null order by contest_code
	`.execute(database.connections.read);
	expect(rows.map(({ contestCode }) => contestCode)).toEqual([
		'w1-doan-vien-cds-2026',
		'w3-tam-ky-2024',
		'w4-cbccvc-tam-ky-2024'
	]);
});

test('participation is folded whole before the first visitor comes', async () => {
	const waiting = sql<{ n: number }>`
		select count(*) as n from outbox where consumer = 'participation'`;
	expect(await count(waiting)).toBe(0);
});

test('people at work have accounts, each with a post', async () => {
	const { rows } = await sql<{ username: string; roles: string[] }>`
		select a.username, array_agg(distinct p.role) as roles from account a
			join post p on p.account_id = a.id
		where a.username is not null group by a.username order by a.username
	`.execute(database.connections.read);
	expect(rows).toEqual([
		{ username: 'ban-to-chuc', roles: ['organiser'] },
		{ username: 'can-bo', roles: ['official'] },
		{ username: 'hieu-truong', roles: ['school-head'] },
		{ username: 'quan-tri', roles: ['administrator'] }
	]);
});
