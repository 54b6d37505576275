import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator, type Actor } from '#lib/identity/actor.ts';
import { listAttemptsOf } from '#lib/taking/attempts.reads.server.ts';
import { importResults } from '#lib/taking/import-results.server.ts';
import { viewOwnResult } from '#lib/taking/view-own-result.server.ts';
import { viewAttempt } from '#lib/taking/view-attempt.server.ts';
import { asActor, runIn } from '#tests/support/contexts.ts';
import { CLOSES_AT, CONTEST, later, no, ok, takingWorld, type TakingWorld } from './world.ts';

let world: TakingWorld;
beforeAll(async () => {
	world = await takingWorld();
});
afterAll(() => world.close());

const AT = later(3_600_000, CLOSES_AT);
const line = (more: object = {}) =>
	JSON.stringify({
		roundId: 'r1',
		personCode: 'TAKING1',
		startedAt: '2026-10-06T09:00:00+07:00',
		submittedAt: '2026-10-06T09:15:30.250+07:00',
		score: 17,
		prediction: 300,
		source: 'Bài thi trên giấy',
		...more
	});
const load = (text: string, dryRun = false, actor: Actor = operator) =>
	runIn(world.connections, actor, AT, importResults, {
		contestCode: CONTEST,
		text,
		fileName: 'results.ndjson',
		dryRun
	});
const attempts = () =>
	listAttemptsOf(world.connections.read, world.people.An.personId as string, world.roundId);
const counts = (more: object) => ({ new: 0, same: 0, changed: 0, moved: 0, failed: 0, ...more });

test('a dry run only counts', async () => {
	expect(await ok(load(line(), true))).toMatchObject({ counts: counts({ new: 1 }), notes: [] });
	expect(await attempts()).toEqual([]);
});

test('attempts held elsewhere are numbered in order of time and keep their score and prediction', async () => {
	const second = line({
		startedAt: '2026-10-07T09:00:00+07:00',
		submittedAt: '2026-10-07T09:05:00+07:00',
		score: 20,
		prediction: undefined
	});
	const text = `\uFEFF${second}\r\n\r\n${line()}\r\n`;
	expect(await ok(load(text))).toMatchObject({ counts: counts({ new: 2 }), notes: [] });
	const both = await attempts();
	expect(both.map((attempt) => [attempt.seq, attempt.startedAt, attempt.end])).toEqual([
		[1, '2026-10-06T02:00:00.000Z', { kind: 'submitted', endedAt: '2026-10-06T02:15:30.250Z' }],
		[2, '2026-10-07T02:00:00.000Z', { kind: 'submitted', endedAt: '2026-10-07T02:05:00.000Z' }]
	]);
	const own = asActor(world.connections, world.people.An, AT);
	const view = await ok(own.view(viewAttempt, { attemptId: both[0]?.id as string }));
	expect(view).toMatchObject({ prediction: { value: 300 }, submission: { score: 17 } });
	await world.connections.write
		.insertInto('accommodation')
		.values({
			contestCode: CONTEST,
			personId: world.people.An.personId as string,
			extraTimeN: 3,
			extraTimeD: 2,
			extraAttempts: 1,
			reason: 'Khiếm thị',
			recordedAt: AT
		})
		.execute();
	const result = await ok(own.view(viewOwnResult, { serial: both[0]?.receipt as string }));
	expect(result).toMatchObject({
		isImported: true,
		maxScore: 20,
		questions: 20,
		attemptsMax: 4,
		timing: { status: 'submitted', extraTime: [3, 2] }
	});
	expect(await ok(load(text))).toMatchObject({ counts: counts({ same: 2 }) });
	expect(await attempts()).toHaveLength(2);
});

test.each([
	['{"roundId":', 'unreadable-line'],
	[line({ score: -1 }), 'bad-field'],
	[line({ extra: 1 }), 'unknown-field'],
	[line({ startedAt: 'yesterday' }), 'bad-field'],
	[line({ source: 'a\0' }), 'bad-field'],
	[line({ roundId: 'r9' }), 'unknown-round'],
	[line({ personCode: 'NOBODY' }), 'unknown-person'],
	[line({ startedAt: '2026-10-05T07:59:59.999+07:00' }), 'outside-round'],
	[
		line({ startedAt: '2026-10-11T20:00:00+07:00', submittedAt: '2026-10-11T20:01:00+07:00' }),
		'outside-round'
	],
	[line({ personCode: 'TAKING2', submittedAt: '2026-10-06T08:59:59+07:00' }), 'ends-before-start'],
	[line({ personCode: 'TAKING2', score: 21 }), 'score-too-high'],
	[line({ score: 18 }), 'starts-twice'],
	[
		line({ startedAt: '2026-10-06T10:00:00+07:00', submittedAt: '2026-10-06T10:10:00+07:00' }),
		'out-of-order'
	]
])('%s is told by its line as %s, and nothing is written', async (text, code) => {
	const good = line({ personCode: 'TAKING3' });
	const report = await ok(load(`${good}\n${text}`));
	expect(report.notes).toMatchObject([{ level: 'error', line: 2, code }]);
	expect(report.counts.failed).toBe(1);
	const chi = world.people.Chi.personId as string;
	expect(await listAttemptsOf(world.connections.read, chi, world.roundId)).toEqual([]);
});

test('more attempts than the rules allow are a fault', async () => {
	const days = ['06', '07', '08', '09'].map((date) =>
		line({
			personCode: 'TAKING4',
			startedAt: `2026-10-${date}T09:00:00+07:00`,
			submittedAt: `2026-10-${date}T09:10:00+07:00`
		})
	);
	expect((await ok(load(days.join('\n')))).notes).toMatchObject([
		{ line: 4, code: 'too-many-attempts' }
	]);
});

test('only who may import results of this contest does, and others do not learn of it', async () => {
	const organiser: Actor = {
		kind: 'account',
		accountId: '00000000-0000-7000-8000-000000000001',
		personId: null,
		posts: [{ role: 'organiser', unitKey: 'thanh-doan-hai-phong' }]
	};
	const head: Actor = { ...organiser, posts: [{ role: 'school-head', unitKey: 'viet-nam' }] };
	expect(await no(load(line(), false, head))).toBe('not-found');
	expect(await ok(load(line(), false, organiser))).toMatchObject({ counts: counts({ same: 1 }) });
});

test('without marks in the blueprint a score is at most one a question, as a publication counts', async () => {
	const plain = await takingWorld((contest) => {
		for (const cell of contest.blueprint) delete cell.marks;
	});
	const text = [line({ score: 20 }), line({ personCode: 'TAKING2', score: 21 })].join('\n');
	const report = await ok(
		runIn(plain.connections, operator, AT, importResults, {
			contestCode: CONTEST,
			text,
			fileName: 'results.ndjson',
			dryRun: true
		})
	);
	expect(report.notes).toMatchObject([
		{ line: 2, code: 'score-too-high', facts: { score: 21, maxScore: 20 } }
	]);
	await plain.close();
});
