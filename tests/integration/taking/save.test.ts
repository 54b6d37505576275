import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anonymous, type Actor } from '#lib/identity/actor.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { PaperItem } from '#lib/taking/paper-item.ts';
import type { Response } from '#lib/taking/response-shape.ts';
import { listLateEvidence } from '#lib/taking/responses.reads.server.ts';
import { createSaveGroup, type SaveGroup } from '#lib/taking/save-group.server.ts';
import { savePredictionWith } from '#lib/taking/save-prediction.server.ts';
import { saveResponse, saveResponseWith } from '#lib/taking/save-response.server.ts';
import { saveResponsesWith } from '#lib/taking/save-responses.server.ts';
import type { SaveContext } from '#lib/taking/saving.server.ts';
import { rememberingSources } from '#lib/taking/sources.server.ts';
import { startAttempt } from '#lib/taking/start-attempt.server.ts';
import { viewAttempt } from '#lib/taking/view-attempt.server.ts';
import { asActor, runIn } from '#tests/support/contexts.ts';
import {
	ALLOWANCE_MS,
	DURATION_MS,
	later,
	no,
	ok,
	OPEN,
	takingWorld,
	type TakingWorld
} from './world.ts';

let world: TakingWorld;
let saves: SaveGroup;
const sources = rememberingSources();
const save = saveResponseWith(sources);
const saveMany = saveResponsesWith(sources);
const predict = savePredictionWith(sources);

beforeAll(async () => {
	world = await takingWorld();
	saves = createSaveGroup(world.connections.write);
});
afterAll(async () => {
	await saves.drain();
	await world.close();
});

function by(actor: Actor, at: Instant): SaveContext {
	return { actor, at, db: world.connections.read, save: (request) => saves.save(request) };
}
const start = (actor: Actor, at = OPEN) =>
	ok(runIn(world.connections, actor, at, startAttempt, { roundId: world.roundId }));
const look = (actor: Actor, attemptId: string, at: Instant) =>
	ok(asActor(world.connections, actor, at).view(viewAttempt, { attemptId }));

/** An answer that fits the item: its n-th option, or all statements true. */
function fitting(item: PaperItem, n = 0): Response {
	if (item.type === 'single') return item.options[n]?.id ?? null;
	if (item.type === 'trueFalseGroup')
		return Object.fromEntries(item.statements.map(({ id }) => [id, n % 2 === 0]));
	throw new Error(`not drawn: ${item.type}`);
}
function itemAt(items: readonly PaperItem[], position: number): PaperItem {
	return items.find((item) => item.position === position) as PaperItem;
}

describe('one answer after the other', () => {
	test('is saved, told with its times, and found on any device', async () => {
		const { An } = world.people;
		const { attempt, paper, writer } = await start(An);
		const response = fitting(itemAt(paper.items, 3));
		const input = { attemptId: attempt.id, position: 3, response, clientSeq: 1, writer };
		const saved = await ok(save(by(An, later(5_000)), input));
		expect(saved).toEqual({
			clientSeq: 1,
			savedAt: later(5_000),
			deadline: later(DURATION_MS),
			serverTime: later(5_000)
		});
		const view = await look(An, attempt.id, later(6_000));
		expect(view.responses).toEqual([
			{ position: 3, response, clientSeq: 1, savedAt: later(5_000) }
		]);
		expect(view.paper).toEqual(paper);
	});

	test('out of order, replayed and cleared: the newest stands', async () => {
		const { An } = world.people;
		const { attempt, paper, writer } = await start(An);
		const item = itemAt(paper.items, 4);
		const send = (clientSeq: number, response: Response, ms: number) =>
			ok(
				save(by(An, later(ms)), { attemptId: attempt.id, position: 4, response, clientSeq, writer })
			);
		await send(7, fitting(item, 0), 10_000);
		expect(await send(5, fitting(item, 1), 11_000)).toMatchObject({
			clientSeq: 7,
			savedAt: later(10_000),
			serverTime: later(11_000)
		});
		expect(await send(7, fitting(item, 1), 12_000)).toMatchObject({ savedAt: later(10_000) });
		const stored = () => look(An, attempt.id, later(13_000)).then((view) => view.responses.at(-1));
		expect(await stored()).toMatchObject({ position: 4, response: fitting(item, 0) });
		await send(Number.MAX_SAFE_INTEGER, null, 12_500);
		expect(await stored()).toMatchObject({ position: 4, response: null });
	});

	test('that do not fit are refused at their field, and change nothing', async () => {
		const { An } = world.people;
		const { attempt, paper } = await start(An);
		const single = paper.items.find((item) => item.type === 'single') as PaperItem;
		const base = { attemptId: attempt.id, position: single.position, clientSeq: 50 };
		const before = await look(An, attempt.id, later(20_000));
		for (const [response, code] of [
			['no-such-option', 'unknown-id'],
			['a\0', 'unknown-id'],
			[['a'], 'wrong-shape'],
			[{ a: true }, 'wrong-shape'],
			[7, 'wrong-shape']
		] as const)
			expect(await save(by(An, later(20_000)), { ...base, response })).toMatchObject({
				refusal: { code: 'invalid', status: 422, errors: [{ pointer: '/response', code }] }
			});
		expect(
			await save(by(An, later(20_000)), { ...base, position: 21, response: null })
		).toMatchObject({
			refusal: { errors: [{ pointer: '/path/position', code: 'unknown-position' }] }
		});
		expect((await look(An, attempt.id, later(20_000))).responses).toEqual(before.responses);
	});

	test('of somebody else’s attempt are not known, and nobody signed in is told so', async () => {
		const { attempt, paper } = await start(world.people.An);
		const input = {
			attemptId: attempt.id,
			position: 1,
			response: fitting(itemAt(paper.items, 1)),
			clientSeq: 99
		};
		expect(await no(save(by(world.people.Binh, OPEN), input))).toBe('not-found');
		expect(await no(save(by(anonymous, OPEN), input))).toBe('sign-in-needed');
		expect(await no(save(by(world.people.An, OPEN), { ...input, attemptId: 'x' }))).toBe(
			'not-found'
		);
	});
});

describe('two devices', () => {
	test('the one left behind is told what is stored, and its answers are kept apart', async () => {
		const { Binh } = world.people;
		const first = await start(Binh);
		const second = await start(Binh, later(60_000));
		expect([first.writer, second.writer]).toEqual([1, 2]);
		const item = itemAt(first.paper.items, 1);
		const base = { attemptId: first.attempt.id, position: 1 };
		await ok(
			save(by(Binh, later(61_000)), {
				...base,
				response: fitting(item, 0),
				clientSeq: 1,
				writer: 2
			})
		);
		const left = await save(by(Binh, later(62_000)), {
			...base,
			response: fitting(item, 1),
			clientSeq: 9,
			writer: 1
		});
		expect(left).toMatchObject({
			refusal: {
				code: 'continued-elsewhere',
				status: 409,
				stored: { position: 1, response: fitting(item, 0), clientSeq: 1, savedAt: later(61_000) }
			}
		});
		const batch = await saveMany(by(Binh, later(63_000)), {
			attemptId: base.attemptId,
			writer: 1,
			responses: [{ position: 2, response: null, clientSeq: 3 }]
		});
		expect(batch).toMatchObject({ refusal: { code: 'continued-elsewhere', stored: null } });
		const late = await listLateEvidence(world.connections.read, base.attemptId);
		expect(
			late.map((entry) => [entry.kind, entry.position, entry.writer, entry.clientSeq])
		).toEqual([
			['continued-elsewhere', 1, 1, 9],
			['continued-elsewhere', 2, 1, 3]
		]);
		expect((await look(Binh, base.attemptId, later(64_000))).responses).toMatchObject([
			{ position: 1, response: fitting(item, 0) }
		]);
	});

	test('a writer that was never given is refused, and keeps nothing', async () => {
		const { Binh } = world.people;
		const { attempt, writer } = await start(Binh, later(70_000));
		const input = {
			attemptId: attempt.id,
			position: 5,
			response: null,
			clientSeq: 1,
			writer: writer + 1
		};
		expect(await save(by(Binh, later(71_000)), input)).toMatchObject({
			refusal: { code: 'invalid', errors: [{ pointer: '/writer', code: 'unknown-writer' }] }
		});
		expect(await listLateEvidence(world.connections.read, attempt.id)).toHaveLength(2);
	});

	test('without a writer the current one is meant', async () => {
		const { Binh } = world.people;
		const { attempt } = await start(Binh, later(80_000));
		const input = { attemptId: attempt.id, position: 6, response: null, clientSeq: 1 };
		expect(await ok(save(by(Binh, later(81_000)), input))).toMatchObject({ clientSeq: 1 });
	});
});

describe('a batch after an offline spell', () => {
	test('is saved whole and answered in order', async () => {
		const { Chi } = world.people;
		const { attempt, paper } = await start(Chi);
		const responses = paper.items.map((item) => ({
			position: item.position,
			response: fitting(item),
			clientSeq: 1
		}));
		const saved = await ok(saveMany(by(Chi, later(9_000)), { attemptId: attempt.id, responses }));
		expect(saved).toEqual({
			late: null,
			responses: responses.map(({ position }) => ({
				position,
				clientSeq: 1,
				savedAt: later(9_000)
			})),
			deadline: later(DURATION_MS),
			serverTime: later(9_000)
		});
		expect((await look(Chi, attempt.id, later(10_000))).responses).toHaveLength(20);
	});

	test('with one entry that does not fit is refused whole', async () => {
		const { Chi } = world.people;
		const { attempt, paper } = await start(Chi);
		const responses = [
			{ position: 1, response: fitting(itemAt(paper.items, 1), 1), clientSeq: 20 },
			{ position: 2, response: 'none', clientSeq: 20 },
			{ position: 99, response: null, clientSeq: 20 }
		];
		const outcome = await saveMany(by(Chi, later(11_000)), { attemptId: attempt.id, responses });
		expect(outcome).toMatchObject({
			refusal: {
				code: 'invalid',
				errors: [{ pointer: '/responses/1/response' }, { pointer: '/responses/2/position' }]
			}
		});
		const view = await look(Chi, attempt.id, later(12_000));
		expect(view.responses.every((saved) => saved.clientSeq === 1)).toBe(true);
	});
});

describe('around the end', () => {
	test.each([
		['in time', -1, 'saved'],
		['within the allowance', ALLOWANCE_MS - 1, 'saved'],
		['after it', ALLOWANCE_MS, 'attempt-ended']
	] as const)('a save %s', async (_, ms, expected) => {
		const { Em } = world.people;
		const { attempt } = await start(Em);
		const at = later(DURATION_MS + ms);
		const clientSeq = 1_000 + ms + ALLOWANCE_MS;
		const outcome = await save(by(Em, at), {
			attemptId: attempt.id,
			position: 1,
			response: null,
			clientSeq
		});
		expect(outcome.ok ? 'saved' : outcome.refusal.code).toBe(expected);
	});

	test('a batch after it is kept apart, once, and counts for nothing', async () => {
		const { Em } = world.people;
		const { attempt } = await start(Em);
		const responses = [
			{ position: 8, response: null, clientSeq: 4, answeredAt: later(DURATION_MS - 10) },
			{ position: 9, response: null, clientSeq: 5 }
		];
		const at = later(DURATION_MS + 600_000);
		for (let i = 0; i < 2; i++)
			expect(await ok(saveMany(by(Em, at), { attemptId: attempt.id, responses }))).toEqual({
				late: 2
			});
		const late = await listLateEvidence(world.connections.read, attempt.id);
		expect(late.map((entry) => [entry.position, entry.answeredAt])).toEqual([
			[8, later(DURATION_MS - 10)],
			[9, null]
		]);
		const view = await look(Em, attempt.id, at);
		expect(view.responses.map((saved) => saved.position)).toEqual([1]);
		expect(view.attempt.status).toBe('auto');
	});
});

describe('the prediction', () => {
	test('is saved like an answer: the newest stands, and null declines', async () => {
		const { An } = world.people;
		const { attempt } = await start(An);
		const send = (value: number | null, clientSeq: number) =>
			ok(predict(by(An, later(30_000)), { attemptId: attempt.id, value, clientSeq }));
		await send(287, 2);
		await send(1, 1);
		const stored = () => look(An, attempt.id, later(31_000)).then((view) => view.prediction);
		expect(await stored()).toEqual({ value: 287, clientSeq: 2, savedAt: later(30_000) });
		await send(null, 3);
		expect(await stored()).toMatchObject({ value: null, clientSeq: 3 });
	});

	test('is not asked where the rules have none', async () => {
		const plain = await takingWorld((contest) => {
			contest.rules.prediction = null;
			contest.rules.ranking = {
				round: [['score', 'desc']],
				final: [['score', 'desc']]
			};
		});
		const { connections, people, roundId } = plain;
		const { attempt } = await ok(runIn(connections, people.An, OPEN, startAttempt, { roundId }));
		const ctx: SaveContext = {
			...by(people.An, OPEN),
			db: connections.read,
			save: () => Promise.reject(new Error('nothing is to be saved'))
		};
		const input = { attemptId: attempt.id, value: 1, clientSeq: 1 };
		expect(await no(savePredictionWith(rememberingSources())(ctx, input))).toBe(
			'prediction-not-asked'
		);
		await plain.close();
	});
});

describe('without JavaScript', () => {
	test('the same use case saves in the page’s own transaction', async () => {
		const { An } = world.people;
		const { attempt, paper } = await start(An);
		const input = {
			attemptId: attempt.id,
			position: 10,
			response: fitting(itemAt(paper.items, 10)),
			clientSeq: 1
		};
		await ok(runIn(world.connections, An, later(40_000), saveResponse, input));
		const view = await look(An, attempt.id, later(41_000));
		expect(view.responses.find((saved) => saved.position === 10)).toMatchObject({ clientSeq: 1 });
	});

	test('a device that was left leaves its answer as late evidence there too', async () => {
		const { An } = world.people;
		const { attempt, writer } = await start(An, later(42_000));
		const input = {
			attemptId: attempt.id,
			position: 11,
			response: null,
			clientSeq: 1,
			writer: writer - 1
		};
		expect(await no(runIn(world.connections, An, later(43_000), saveResponse, input))).toBe(
			'continued-elsewhere'
		);
		expect(await listLateEvidence(world.connections.read, attempt.id)).toHaveLength(1);
	});
});

describe('many at once', () => {
	test('saves of several people and positions are all there', async () => {
		const { An, Chi } = world.people;
		const [one, two] = [await start(An, later(50_000)), await start(Chi, later(50_000))];
		const sent = [one, two].flatMap(({ attempt, paper }, i) =>
			paper.items.flatMap((item) =>
				[201, 202, 203].map((clientSeq) => ({
					actor: i === 0 ? An : Chi,
					input: {
						attemptId: attempt.id,
						position: item.position,
						response: fitting(item, clientSeq % 2),
						clientSeq
					}
				}))
			)
		);
		const answers = await Promise.all(
			sent.map(({ actor, input }) => ok(save(by(actor, later(51_000)), input)))
		);
		expect(answers.every((answer, i) => answer.clientSeq >= (sent[i]?.input.clientSeq ?? 0))).toBe(
			true
		);
		for (const [actor, { attempt, paper }] of [
			[An, one],
			[Chi, two]
		] as const) {
			const view = await look(actor, attempt.id, later(52_000));
			expect(view.responses.map((saved) => saved.clientSeq)).toEqual(
				Array.from({ length: 20 }, () => 203)
			);
			expect(view.responses.map((saved) => saved.response)).toEqual(
				paper.items.map((item) => fitting(item, 1))
			);
		}
	});

	test('the very same save sent twenty times is stored once and answered the same', async () => {
		const { An } = world.people;
		const { attempt } = await start(An, later(55_000));
		const other = createSaveGroup(world.connections.write, { queue: 100, flights: 4, entries: 1 });
		const contexts = Array.from({ length: 20 }, (_, i) => ({
			...by(An, later(56_000 + i)),
			save: i % 2 === 0 ? saves.save : other.save
		}));
		const input = { attemptId: attempt.id, position: 12, response: null, clientSeq: 500 };
		const answers = await Promise.all(contexts.map((ctx) => ok(save(ctx, input))));
		expect(new Set(answers.map((answer) => answer.savedAt)).size).toBe(1);
	});

	test('when too many wait the next is told to come again, and nothing of it is done', async () => {
		const { An } = world.people;
		const { attempt } = await start(An, later(57_000));
		const narrow = createSaveGroup(world.connections.write, { queue: 1, flights: 1, entries: 1 });
		const send = (clientSeq: number) =>
			save(
				{ ...by(An, later(58_000)), save: narrow.save },
				{ attemptId: attempt.id, position: 13, response: null, clientSeq }
			);
		const outcomes = await Promise.all([1, 2, 3].map(send));
		expect(outcomes.map((outcome) => (outcome.ok ? 'saved' : outcome.refusal.code))).toEqual([
			'saved',
			'busy',
			'busy'
		]);
		const view = await look(An, attempt.id, later(59_000));
		expect(view.responses.find((saved) => saved.position === 13)).toMatchObject({ clientSeq: 1 });
	});
});
