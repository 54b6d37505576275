import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#lib/identity/actor.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { endExpired } from '#lib/taking/end-expired.server.ts';
import { createSaveGroup } from '#lib/taking/save-group.server.ts';
import { savePrediction } from '#lib/taking/save-prediction.server.ts';
import { saveResponse } from '#lib/taking/save-response.server.ts';
import { startAttempt } from '#lib/taking/start-attempt.server.ts';
import { submitAttempt } from '#lib/taking/submit-attempt.server.ts';
import { viewAttempt } from '#lib/taking/view-attempt.server.ts';
import { viewPulse } from '#lib/taking/view-pulse.server.ts';
import { viewReceipt } from '#lib/taking/view-receipt.server.ts';
import { asActor, runIn } from '#tests/support/contexts.ts';
import {
	ALLOWANCE_MS,
	CLOSES_AT,
	DURATION_MS,
	later,
	no,
	ok,
	OPEN,
	takingWorld,
	type TakingWorld
} from './world.ts';

let world: TakingWorld;
beforeAll(async () => {
	world = await takingWorld();
});
afterAll(() => world.close());

const start = (actor: Actor, at = OPEN) =>
	ok(runIn(world.connections, actor, at, startAttempt, { roundId: world.roundId }));
const submit = (
	actor: Actor,
	at: Instant,
	input: { attemptId: string; prediction?: number | null }
) => runIn(world.connections, actor, at, submitAttempt, input);
const view = (actor: Actor, attemptId: string, at: Instant) =>
	ok(asActor(world.connections, actor, at).view(viewAttempt, { attemptId }));
const verify = (serial: string, at: Instant) =>
	asActor(world.connections, anonymous, at).view(viewReceipt, { serial });
const ends = () => world.connections.read.selectFrom('attemptEnd').selectAll().execute();

describe('a submission', () => {
	test('needs the prediction that the rules ask, or its refusal', async () => {
		const { An } = world.people;
		const { attempt } = await start(An);
		expect(await submit(An, later(1_000), { attemptId: attempt.id })).toMatchObject({
			refusal: { code: 'prediction-needed', status: 422, errors: [{ pointer: '/prediction' }] }
		});
		expect((await view(An, attempt.id, later(1_000))).attempt.status).toBe('open');
	});

	test('answers with instant and receipt, and again with the very same, whatever is sent', async () => {
		const { An } = world.people;
		const { attempt } = await start(An);
		const first = await ok(submit(An, later(60_000), { attemptId: attempt.id, prediction: 300 }));
		expect(first).toEqual({
			submittedAt: later(60_000),
			receipt: expect.stringMatching(/^KB-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
		});
		for (const prediction of [300, 1, null])
			expect(await ok(submit(An, later(90_000), { attemptId: attempt.id, prediction }))).toEqual(
				first
			);
		expect((await view(An, attempt.id, later(90_000))).prediction).toMatchObject({ value: 300 });
	});

	test('ends saving, and the attempt looks the same as before', async () => {
		const { An } = world.people;
		const [attempt] = await world.connections.read
			.selectFrom('attempt')
			.select(['id', 'receipt'])
			.where('personId', '=', An.personId as string)
			.execute();
		const { id: attemptId, receipt } = attempt as { id: string; receipt: string };
		const input = { attemptId, position: 1, response: null, clientSeq: 9 };
		expect(await no(runIn(world.connections, An, later(91_000), saveResponse, input))).toBe(
			'attempt-ended'
		);
		const after = await view(An, attemptId, later(92_000));
		expect(after).toMatchObject({
			attempt: { status: 'submitted' },
			submission: { submittedAt: later(60_000), receipt },
			responses: []
		});
	});

	test('of somebody else’s attempt is not known', async () => {
		const { attempt } = await start(world.people.An, later(100_000));
		expect(
			await no(submit(world.people.Binh, later(101_000), { attemptId: attempt.id, prediction: 1 }))
		).toBe('not-found');
		expect(await no(submit(anonymous, later(101_000), { attemptId: attempt.id }))).toBe(
			'sign-in-needed'
		);
		const asBinh = asActor(world.connections, world.people.Binh, later(102_000));
		expect(await no(asBinh.view(viewAttempt, { attemptId: attempt.id }))).toBe('not-found');
		expect(await no(asBinh.view(viewPulse, { attemptId: attempt.id }))).toBe('not-found');
	});

	test('with a saved prediction needs no other; one given replaces it', async () => {
		const { Binh } = world.people;
		const { attempt } = await start(Binh);
		const saved = { attemptId: attempt.id, value: 11, clientSeq: 40 };
		await ok(runIn(world.connections, Binh, later(1_000), savePrediction, saved));
		await ok(submit(Binh, later(2_000), { attemptId: attempt.id }));
		expect((await view(Binh, attempt.id, later(3_000))).prediction).toMatchObject({ value: 11 });
		const next = await start(Binh, later(4_000));
		await ok(
			runIn(world.connections, Binh, later(5_000), savePrediction, {
				...saved,
				attemptId: next.attempt.id
			})
		);
		await ok(submit(Binh, later(6_000), { attemptId: next.attempt.id, prediction: 12 }));
		expect((await view(Binh, next.attempt.id, later(7_000))).prediction).toMatchObject({
			value: 12
		});
	});
});

describe('the score', () => {
	test('is told from closing on, not a moment before', async () => {
		const { Chi } = world.people;
		const { attempt } = await start(Chi);
		await ok(submit(Chi, later(1_000), { attemptId: attempt.id, prediction: null }));
		const before = await view(Chi, attempt.id, later(-1, CLOSES_AT));
		expect(before.submission).not.toHaveProperty('score');
		const after = await view(Chi, attempt.id, CLOSES_AT);
		expect(after.submission?.score).toBe(0);
		expect(JSON.stringify([before, after])).not.toMatch(/"(key|scoring|explanation|marks)"/);
	});
});

describe('an attempt that runs out of time', () => {
	test('is auto from the end of the allowance on, before anybody has recorded it', async () => {
		const { Em } = world.people;
		const { attempt } = await start(Em);
		const end = later(DURATION_MS);
		const open = await view(Em, attempt.id, later(ALLOWANCE_MS - 1, end));
		expect(open.attempt.status).toBe('open');
		const auto = await view(Em, attempt.id, later(ALLOWANCE_MS, end));
		expect(auto).toMatchObject({ attempt: { status: 'auto' }, submission: { submittedAt: end } });
		expect((await ends()).some((row) => row.attemptId === attempt.id)).toBe(false);
		const receipt = auto.submission?.receipt as string;
		expect(await no(verify(receipt, later(ALLOWANCE_MS - 1, end)))).toBe('not-found');
		expect(
			await ok(verify(receipt.toLowerCase().replaceAll('-', ' '), later(ALLOWANCE_MS, end)))
		).toMatchObject({
			serial: receipt,
			kind: 'receipt',
			status: 'valid',
			ended: 'auto',
			submittedAt: end
		});
	});

	test('is recorded by the sweeper with its own end, not the sweeper’s time', async () => {
		const { Em } = world.people;
		const at = later(DURATION_MS + ALLOWANCE_MS);
		expect(await endExpired(world.connections.write, at)).toBe(0);
		expect(await endExpired(world.connections.write, later(600_000, at))).toBeGreaterThan(0);
		expect(await endExpired(world.connections.write, later(600_000, at))).toBe(0);
		const [attempt] = await world.connections.read
			.selectFrom('attempt')
			.innerJoin('attemptEnd', 'attemptId', 'id')
			.select(['id', 'kind', 'endedAt', 'recordedAt'])
			.where('personId', '=', Em.personId as string)
			.execute();
		expect(attempt).toMatchObject({
			kind: 'auto',
			endedAt: later(DURATION_MS),
			recordedAt: later(600_000, at)
		});
	});

	test('and is submitted too late answers 200 with the receipt, as auto', async () => {
		const { Em } = world.people;
		const { attempt } = await start(Em, later(7_200_000));
		const end = later(7_200_000 + DURATION_MS);
		const late = await ok(submit(Em, later(60_000, end), { attemptId: attempt.id }));
		expect(late.submittedAt).toBe(end);
		expect((await ends()).find((row) => row.attemptId === attempt.id)).toMatchObject({
			kind: 'auto'
		});
	});

	test('submitted within the allowance is submitted at that instant', async () => {
		const { Em } = world.people;
		const { attempt } = await start(Em, later(14_400_000));
		const at = later(14_400_000 + DURATION_MS + ALLOWANCE_MS - 1);
		expect(
			(await ok(submit(Em, at, { attemptId: attempt.id, prediction: null }))).submittedAt
		).toBe(at);
	});
});

test('the pulse tells status, writer and times, and raises no writer', async () => {
	const { Chi } = world.people;
	const { attempt, writer } = await start(Chi, later(3_600_000));
	const pulse = () =>
		ok(
			asActor(world.connections, Chi, later(3_601_000)).view(viewPulse, { attemptId: attempt.id })
		);
	const expected = {
		status: 'open',
		writer,
		deadline: later(3_600_000 + DURATION_MS),
		serverTime: later(3_601_000),
		notices: []
	};
	expect([await pulse(), await pulse()]).toEqual([expected, expected]);
});

test('saves and one submission at once: what was acknowledged is there, and nothing after the end', async () => {
	const { Chi } = world.people;
	const { attempt } = await start(Chi, later(3_602_000));
	const saves = createSaveGroup(world.connections.write, { queue: 500, flights: 2, entries: 5 });
	const at = later(3_603_000);
	const sent = Array.from({ length: 100 }, (_, i) => {
		const entries = [{ position: (i % 20) + 1, clientSeq: i + 1, response: null }];
		return { attemptId: attempt.id, writer: null, at, batch: false, entries };
	});
	const submitted = { attemptId: attempt.id, prediction: 5 };
	const [, ...answers] = await Promise.all([
		submit(Chi, at, submitted),
		...sent.map((request) => saves.save(request))
	]);
	const { responses } = await view(Chi, attempt.id, later(3_604_000));
	const newest = new Map(responses.map((saved) => [saved.position, saved.clientSeq]));
	for (const [i, answer] of answers.entries()) {
		const acknowledged = answer && 'kind' in answer && answer.kind === 'saved';
		const stored = newest.get((i % 20) + 1) ?? 0;
		if (acknowledged) expect(stored).toBeGreaterThanOrEqual(i + 1);
	}
	expect((await ends()).filter((row) => row.attemptId === attempt.id)).toHaveLength(1);
});

test('a receipt that nobody gave is not known', async () => {
	expect(await no(verify('KB-0000-0000-0000', OPEN))).toBe('not-found');
	expect(await no(verify('../etc', OPEN))).toBe('not-found');
});
