import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, operator } from '#lib/identity/actor.ts';
import { importHeadcounts } from '#lib/units/import-headcounts.server.ts';
import { giveConsent } from '#lib/people/give-consent.server.ts';
import { viewStandings } from '#lib/standings/view-standings.server.ts';
import { asActor, runIn } from '#tests/support/contexts.ts';
import {
	CLOSES_AT,
	CONTEST,
	later,
	no,
	ok,
	OPEN,
	takingWorld,
	type TakingWorld
} from '../taking/world.ts';
import { board, enter, finish, finishIn, projectAll, ranOut } from './world.ts';

let world: TakingWorld;
beforeAll(async () => {
	world = await takingWorld();
});
afterAll(() => world.close());

const NOW = later(3_600_000);
const CLOSED = later(60_000, CLOSES_AT);
const at = (when = NOW) => ({ roundId: world.roundId, at: when });

const place = { unitKey: 'doan-phuong-kien-an', groupId: 'dia-ban' };

async function enterPeople(): Promise<string[]> {
	return await enter(world.connections, { count: 3, ...place });
}

test('before the first attempt a board has no row, no watermark, and a steady instant', async () => {
	const first = await board(world.connections, at());
	expect(first).toMatchObject({ rows: [], watermark: 0, next: null, provisional: true, own: null });
	expect((await board(world.connections, at(later(1, NOW)))).asOf).toBe(first.asOf);
	expect(await board(world.connections, { ...at(), by: 'unit' })).toMatchObject({ rows: [] });
});

test('no round and no group of that name is not found', async () => {
	const asked = { by: 'person', limit: 10 } as const;
	const view = (id: string, group?: string) =>
		asActor(world.connections, anonymous, NOW).view(viewStandings, { ...asked, id, group });
	expect(await no(view('r1'))).toBe('not-found');
	expect(await no(view('0190b6f0-0000-7000-8000-000000000000'))).toBe('not-found');
	expect(await no(view(world.roundId, 'nobody'))).toBe('not-found');
});

describe('while the round is open', () => {
	let ids: string[];
	beforeAll(async () => {
		ids = await enterPeople();
		const [a, b, c] = ids as [string, string, string];
		const of = { roundId: world.roundId };
		await finish(world.connections, {
			...of,
			personId: a,
			score: 20,
			tookMs: 90_000,
			prediction: 2
		});
		await finish(world.connections, {
			...of,
			personId: b,
			score: 20,
			tookMs: 60_000,
			prediction: 50
		});
		await finish(world.connections, { ...of, personId: c, score: 9, prediction: 2 });
		await finish(world.connections, {
			...of,
			personId: c,
			score: 20,
			seq: 2,
			tookMs: 90_000,
			prediction: 9
		});
		await finish(world.connections, { ...of, personId: c, score: 20, seq: 4, tookMs: 1_000 });
	});

	test('the board moves with each projection and ranks by the chain without the prediction', async () => {
		await projectAll(world.connections, NOW);
		const shown = await board(world.connections, at());
		expect(shown).toMatchObject({ watermark: 1, asOf: NOW, provisional: true, actual: null });
		expect(shown.rows.map((row) => [row.rank, 'elapsed' in row && row.elapsed])).toEqual([
			[1, 60_000],
			[2, 90_000],
			[2, 90_000]
		]);
		expect(shown.rows.map((row) => 'decidedBy' in row && row.decidedBy)).toEqual([
			'elapsed',
			null,
			null
		]);
	});

	test('nothing shows what was predicted, what came out, or how far off it was', async () => {
		for (const by of ['person', 'unit']) {
			const text = JSON.stringify(await board(world.connections, { ...at(), by }));
			expect(text).not.toMatch(/"prediction|"actual":\d/);
		}
	});

	test('who did not agree to be published is anonymous, and reads the full name on the own row only', async () => {
		const [a] = ids as [string];
		const me = { kind: 'account', accountId: a, personId: a, posts: [] } as const;
		const shown = await board(world.connections, { ...at(), actor: me });
		if (shown.by !== 'person') throw new Error('people');
		expect(shown.rows.map((row) => row.name).sort()).toEqual(['Không Tên', 'Ẩn danh', 'Ẩn danh']);
		expect(shown.own).toMatchObject({ name: 'Không Tên', mine: true, rank: 2 });
		const purposes = { publish: true };
		await ok(runIn(world.connections, me, NOW, giveConsent, { purposes }));
		const published = await board(world.connections, at(later(1, NOW)));
		expect(published.rows.map((row) => row.name).sort()).toEqual([
			'Không Tên',
			'Ẩn danh',
			'Ẩn danh'
		]);
	});

	test('units show people, attempts, headcount and rate, unranked without a headcount', async () => {
		const shown = await board(world.connections, {
			...at(),
			by: 'unit',
			unit: 'doan-phuong-kien-an'
		});
		expect(shown.rows).toEqual([
			expect.objectContaining({
				rank: null,
				unitId: 'doan-phuong-kien-an',
				participants: 3,
				attempts: 4,
				headcount: null,
				rate: null,
				flags: ['no_headcount']
			})
		]);
	});

	test('a headcount gives the unit its rate at the next projection, and the watermark rises', async () => {
		const text =
			'unit_key,audience,as_of,value,source,declared_by,doc_ref\ndoan-phuong-kien-an,doan_vien,2026-10-05,12,test,Bí thư,';
		const file = { text, fileName: 'headcounts.csv', dryRun: false };
		await ok(runIn(world.connections, operator, NOW, importHeadcounts, file));
		const [one] = await enterPeople();
		await finish(world.connections, { roundId: world.roundId, personId: String(one), score: 0 });
		await projectAll(world.connections, later(1, NOW));
		const unit = 'doan-phuong-kien-an';
		const shown = await board(world.connections, { ...at(), by: 'unit', unit });
		expect(shown.watermark).toBe(2);
		expect(shown.rows[0]).toMatchObject({
			rank: null,
			flags: ['below_gate'],
			league: 'B',
			participants: 4,
			rate: [4, 12]
		});
	});

	test('pages and units cut the board without changing ranks', async () => {
		const page = await board(world.connections, { ...at(), limit: 2 });
		expect(page).toMatchObject({ next: '2' });
		const rest = await board(world.connections, { ...at(), limit: 2, cursor: String(page.next) });
		expect([...page.rows, ...rest.rows].map((row) => row.rank)).toEqual([1, 2, 2, 4]);
		const nowhere = await board(world.connections, { ...at(), unit: 'doan-xa-vinh-bao' });
		expect(nowhere.rows).toEqual([]);
		const group = await board(world.connections, { ...at(), group: 'dia-ban' });
		expect(group.rows).toHaveLength(4);
		expect((await board(world.connections, { ...at(), group: 'truong-hoc' })).rows).toEqual([]);
	});
});

describe('after closing', () => {
	test('the round settles without anything in the outbox, and the whole chain applies', async () => {
		expect(await board(world.connections, at(CLOSED))).toMatchObject({
			provisional: true,
			actual: null
		});
		await projectAll(world.connections, CLOSED);
		const shown = await board(world.connections, at(CLOSED));
		expect(shown).toMatchObject({ watermark: 3, provisional: false, actual: 3 });
		expect(
			shown.rows.map((row) => 'predictionError' in row && [row.rank, row.predictionError])
		).toEqual([
			[1, 1],
			[2, 6],
			[3, 47],
			[4, null]
		]);
		expect(await projectAll(world.connections, CLOSED)).toBe(0);
	});

	test('an attempt still running keeps the round unsettled', async () => {
		const [one] = (await enterPeople()) as [string];
		const startedAt = later(-1000, CLOSES_AT);
		const running = await finish(world.connections, {
			roundId: world.roundId,
			personId: one,
			score: 1,
			startedAt
		});
		const due = [running, later(1, CLOSED)];
		await world.connections.pool.query('insert into attempt_due values ($1, $2)', due);
		await projectAll(world.connections, CLOSED);
		const shown = await board(world.connections, at(CLOSED));
		expect(shown).toMatchObject({ provisional: true, actual: null });
		expect(JSON.stringify(shown.rows)).not.toContain('prediction');
		await world.connections.pool.query('delete from attempt_due where attempt_id = $1', [running]);
		await projectAll(world.connections, CLOSED);
		expect(await board(world.connections, at(CLOSED))).toMatchObject({
			provisional: false,
			actual: 3
		});
	});

	test('a round settles beside a stopped sweeper, with whoever ran out of time in it', async () => {
		const apart = await takingWorld();
		const [one] = (await enter(apart.connections, { count: 1, ...place })) as [string];
		await ranOut(apart.connections, { roundId: apart.roundId, personId: one });
		const [two] = (await enter(apart.connections, { count: 1, ...place })) as [string];
		await finish(apart.connections, { roundId: apart.roundId, personId: two, score: 7 });
		await projectAll(apart.connections, CLOSED);
		const shown = await board(apart.connections, { roundId: apart.roundId, at: CLOSED });
		await apart.close();
		expect(shown).toMatchObject({ provisional: false, actual: 0 });
		expect(shown.rows.map((row) => 'score' in row && row.score)).toEqual([7, 5]);
	});
});

test('a person who is held up in one transaction over a thousand others is on the board afterwards', async () => {
	const place = { unitKey: 'doan-xa-vinh-bao', groupId: 'dia-ban' };
	const [late, ...others] = (await enter(world.connections, { count: 1001, ...place })) as [
		string,
		...string[]
	];
	const of = { roundId: world.roundId, score: 5 };
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	let begun = () => {};
	const written = new Promise<void>((resolve) => (begun = resolve));
	const slow = world.connections.write.transaction().execute(async (tx) => {
		await finishIn(tx, { ...of, personId: late });
		begun();
		await held;
	});
	await written;
	await world.connections.write.transaction().execute(async (tx) => {
		for (const personId of others.slice(0, 500)) await finishIn(tx, { ...of, personId });
	});
	await projectAll(world.connections, CLOSED);
	for (const personId of others.slice(500)) await finish(world.connections, { ...of, personId });
	await projectAll(world.connections, CLOSED);
	const before = await peopleIn('doan-xa-vinh-bao');
	release();
	await slow;
	await projectAll(world.connections, CLOSED);
	const after = await peopleIn('doan-xa-vinh-bao');
	expect(before.size).toBe(1000);
	expect(after).toEqual(new Set([late, ...others]));
	const left = await world.connections.pool.query("select from outbox where consumer = 'board'");
	expect(left.rowCount).toBe(0);
});

async function peopleIn(unitKey: string): Promise<Set<unknown>> {
	const { rows } = await world.connections.pool.query(
		'select person_id from board_person where round_id = $1 and unit_key = $2',
		[world.roundId, unitKey]
	);
	return new Set(rows.map((row) => row.person_id));
}

test('only one of several projectors works, and listeners hear of a snapshot after its commit', async () => {
	const listener = new pg.Client({ connectionString: world.database.url });
	await listener.connect();
	const heard: unknown[] = [];
	listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? '')));
	await listener.query('listen board');
	const [one] = (await enterPeople()) as [string];
	await finish(world.connections, {
		roundId: world.roundId,
		personId: one,
		score: 2,
		startedAt: OPEN
	});
	await Promise.all([1, 2, 3].map(() => projectAll(world.connections, CLOSED)));
	await projectAll(world.connections, CLOSED);
	const { watermark } = await board(world.connections, at(CLOSED));
	await listener.query('select 1');
	await listener.end();
	expect(heard).toContainEqual({ roundId: world.roundId, watermark });
});

test('the database takes no attempt of a person it does not know, or of a round of another contest', async () => {
	const { pool } = world.connections;
	const attempt = `insert into attempt (id, round_id, contest_code, person_id, seq, seed, receipt, started_at, ends_at, allowance_ms)
		values ($1, $2, $3, $4, 9, '\\x00', 'WX', now(), now(), 0)`;
	const [known] = (await enterPeople()) as [string];
	const id = '0190b6f0-0000-4000-8000-000000000000';
	const of = (contest: string, person: string) =>
		pool.query(attempt, [id, world.roundId, contest, person]);
	await expect(of(CONTEST, id)).rejects.toThrow('attempt_person_id_fkey');
	await expect(of('another', known)).rejects.toThrow('attempt_round_id_contest_code_fkey');
});
