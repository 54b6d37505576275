import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#lib/identity/actor.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { endExpired } from '#lib/taking/end-expired.server.ts';
import { listAttempts, listAttemptsOf, type Attempt } from '#lib/taking/attempts.reads.server.ts';
import { lockForEnding, recordEnd } from '#lib/taking/attempts.writes.server.ts';
import { startAttempt } from '#lib/taking/start-attempt.server.ts';
import { submitAttempt } from '#lib/taking/submit-attempt.server.ts';
import { asActor, runIn } from '#tests/support/contexts.ts';
import {
	CLOSES_AT,
	DURATION_MS,
	later,
	no,
	ok,
	OPEN,
	OPENS_AT,
	takingWorld,
	type TakingWorld
} from './world.ts';

let world: TakingWorld;
beforeAll(async () => {
	world = await takingWorld();
});
afterAll(() => world.close());

const start = (actor: Actor, at: Instant, roundId = world.roundId) =>
	runIn(world.connections, actor, at, startAttempt, { roundId });
const submit = (actor: Actor, at: Instant, attemptId: string) =>
	runIn(world.connections, actor, at, submitAttempt, { attemptId, prediction: null });

describe('a start', () => {
	test('is refused with its reason, and nothing is written', async () => {
		const { An, Dung, Giang } = world.people;
		const staff: Actor = { ...An, personId: null };
		expect(await no(start(An, OPEN, '0190b6f0-0000-7000-8000-000000000000'))).toBe('not-found');
		expect(await no(start(An, OPEN, 'r1'))).toBe('not-found');
		expect(await no(start(anonymous, OPEN))).toBe('sign-in-needed');
		expect(await no(start(staff, OPEN))).toBe('contestants-only');
		expect(await no(start(An, later(-1, OPENS_AT)))).toBe('round-not-open');
		expect(await no(start(An, CLOSES_AT))).toBe('round-closed');
		expect(await no(start(Dung, OPEN))).toBe('consent-missing');
		expect(await no(start(Giang, OPEN))).toBe('consent-missing');
		for (const actor of [An, Dung, Giang])
			expect(
				await listAttemptsOf(world.connections.read, actor.personId as string, world.roundId)
			).toEqual([]);
	});

	test('gives a paper of 20 questions without a key, and the deadline', async () => {
		const started = await ok(start(world.people.An, OPEN));
		expect(started).toMatchObject({ created: true, writer: 1 });
		expect(started.attempt).toMatchObject({
			seq: 1,
			startedAt: OPEN,
			deadline: later(DURATION_MS),
			serverTime: OPEN,
			status: 'open'
		});
		expect(started.paper.items.map((item) => item.position)).toEqual(
			Array.from({ length: 20 }, (_, i) => i + 1)
		);
		expect(JSON.stringify(started)).not.toMatch(/"(key|scoring|explanation|tolerance|accept)"/);
	});

	test('again is a resume: the same attempt and paper, the next writer, and no change of time', async () => {
		const again = await ok(start(world.people.An, later(60_000)));
		const third = await ok(start(world.people.An, later(120_000)));
		expect([again.created, again.writer, third.writer]).toEqual([false, 2, 3]);
		expect(third.attempt.id).toBe(again.attempt.id);
		expect(third.paper).toEqual(again.paper);
		expect(third.attempt.deadline).toBe(later(DURATION_MS));
	});

	test('after the end begins the next attempt, until all are used', async () => {
		const { An } = world.people;
		const seqs: number[] = [];
		for (const minutes of [30, 60]) {
			const started = await ok(start(An, later(minutes * 60_000)));
			seqs.push(started.attempt.seq);
			await ok(submit(An, later(minutes * 60_000 + 1_000), started.attempt.id));
		}
		expect(seqs).toEqual([2, 3]);
		expect(await no(start(An, later(90 * 60_000)))).toBe('attempts-used-up');
	});

	test('near closing ends with the round', async () => {
		const started = await ok(start(world.people.Em, later(-60_000, CLOSES_AT)));
		expect(started.attempt.deadline).toBe(CLOSES_AT);
	});
});

test('a start that waits for the end of the open attempt makes the next one', async () => {
	const { Em } = world.people;
	const { write, read } = world.connections;
	const first = await ok(start(Em, later(-30_000, CLOSES_AT)));
	const at = later(1_000, first.attempt.startedAt);
	let next: ReturnType<typeof start> | undefined;
	await write.transaction().execute(async (tx) => {
		await lockForEnding(tx, first.attempt.id);
		next = start(Em, at);
		await untilSomebodyWaits(read);
		const [open] = await listAttempts(tx, [first.attempt.id]);
		await recordEnd(tx, open as Attempt, { kind: 'submitted', endedAt: at, at });
	});
	expect(await next).toMatchObject({ ok: true, value: { created: true, writer: 1 } });
	const attempts = await listAttemptsOf(read, Em.personId as string, world.roundId);
	expect(attempts.map((attempt) => attempt.end?.kind)).toEqual(['submitted', undefined]);
});

/** Until a statement in this database is held up by a lock. */
async function untilSomebodyWaits(db: TakingWorld['connections']['read']): Promise<void> {
	const { rows } = await sql<{ waiting: boolean }>`
		select exists (
			select from pg_stat_activity
			where datname = current_database() and wait_event_type = 'Lock'
		) as waiting
	`.execute(db);
	if (!rows[0]?.waiting) await untilSomebodyWaits(db);
}

describe('many starts of one person at once (R16)', () => {
	test('make one attempt, and the others resume it, each as a writer of its own', async () => {
		const { Binh } = world.people;
		const all = await Promise.all(Array.from({ length: 20 }, () => ok(start(Binh, OPEN))));
		expect(new Set(all.map((one) => one.attempt.id)).size).toBe(1);
		expect(all.filter((one) => one.created)).toHaveLength(1);
		expect(all.map((one) => one.writer).sort((a, b) => a - b)).toEqual(
			Array.from({ length: 20 }, (_, i) => i + 1)
		);
	});

	test('mixed with submissions never give more than attemptsMax, nor two open at a time', async () => {
		const { Chi } = world.people;
		for (let turn = 0; turn < 6; turn++) {
			const at = later(turn * 10_000);
			const starts = await Promise.all(Array.from({ length: 8 }, () => start(Chi, at)));
			const ids = new Set(starts.flatMap((one) => (one.ok ? [one.value.attempt.id] : [])));
			expect(ids.size).toBeLessThanOrEqual(1);
			const again = [...ids].flatMap((id) => [submit(Chi, later(turn * 10_000 + 5_000), id)]);
			await Promise.all([...again, start(Chi, later(turn * 10_000 + 5_000))]);
		}
		const attempts = await listAttemptsOf(
			world.connections.read,
			Chi.personId as string,
			world.roundId
		);
		expect(attempts.map((attempt) => attempt.seq)).toEqual([1, 2, 3]);
	});
});

test('a start and an end are told once to each consumer', async () => {
	await endExpired(world.connections.write, later(86_400_000, CLOSES_AT));
	const rows = await world.connections.read
		.selectFrom('outbox')
		.select(['kind', 'consumer', 'attemptId'])
		.where('attemptId', 'is not', null)
		.execute();
	const attempts = await world.connections.read.selectFrom('attempt').select('id').execute();
	expect(rows).toHaveLength(attempts.length * 4);
	expect(new Set(rows.map((row) => `${row.kind} ${row.consumer} ${row.attemptId}`)).size).toBe(
		rows.length
	);
});

describe('rules that this version cannot apply', () => {
	test('refuse the start by their name', async () => {
		const strict = await takingWorld((contest) => {
			contest.rules.cooldownSeconds = 60;
		});
		const { connections, people, roundId } = strict;
		const outcome = await asActor(connections, people.An, OPEN).run(startAttempt, { roundId });
		expect(outcome).toMatchObject({
			ok: false,
			refusal: { code: 'rule-later', facts: { rule: 'cooldownSeconds' } }
		});
		await strict.close();
	});
});

test('a cell without marks whose items weigh differently lets nobody start', async () => {
	const uneven = await takingWorld((contest) => {
		for (const cell of contest.blueprint) delete cell.marks;
	});
	const { connections, people, roundId } = uneven;
	expect(await no(runIn(connections, people.An, OPEN, startAttempt, { roundId }))).toBe(
		'form-unfillable'
	);
	await uneven.close();
});
