import { describe, expect, test } from 'vitest';
import { addMs, instant } from '#lib/kernel/instant.ts';
import {
	isNewer,
	judgeRequests,
	judgeSave,
	type AttemptNow,
	type NewestSave
} from './judge-saves.ts';
import type { SaveRequest } from './save.ts';

const endsAt = instant('2026-10-05T02:20:00Z');
const at = instant('2026-10-05T02:10:00Z');
const open: AttemptNow = {
	id: 'a',
	window: { endsAt, allowanceMs: 3_000 },
	ended: false,
	writer: 2
};

function aRequest(more: Partial<SaveRequest> = {}): SaveRequest {
	const entries = [{ position: 1, clientSeq: 5, response: 'x' }];
	return { attemptId: 'a', writer: 2, at, batch: false, entries, ...more };
}
function judged(requests: SaveRequest[], attempt: AttemptNow = open, newest: NewestSave[] = []) {
	return judgeRequests(requests, [attempt], newest);
}
const stored = (clientSeq: number, writer = 2): NewestSave => ({
	attemptId: 'a',
	position: 1,
	writer,
	clientSeq,
	response: 'old',
	savedAt: addMs(at, -1_000)
});

test('the first save of a position is written and answered with itself', () => {
	const { answers, writes } = judged([aRequest()]);
	expect(answers).toEqual([
		{ kind: 'saved', endsAt, entries: [{ position: 1, clientSeq: 5, savedAt: at }] }
	]);
	expect(writes.map((write) => [write.position, write.writer, write.clientSeq])).toEqual([
		[1, 2, 5]
	]);
});

test('an older save is answered with the newest and not written', () => {
	const { answers, writes } = judged([aRequest()], open, [stored(6)]);
	expect(answers[0]).toMatchObject({ entries: [{ clientSeq: 6, savedAt: addMs(at, -1_000) }] });
	expect(writes).toEqual([]);
});

test('the same save again is answered as the first time', () => {
	const { answers, writes } = judged([aRequest()], open, [stored(5)]);
	expect(answers[0]).toMatchObject({ entries: [{ clientSeq: 5, savedAt: addMs(at, -1_000) }] });
	expect(writes).toEqual([]);
});

test('two saves of one position in one group keep their order', () => {
	const newer = aRequest({ entries: [{ position: 1, clientSeq: 6, response: 'y' }] });
	const inOrder = judged([aRequest(), newer]);
	expect(inOrder.writes.map((write) => write.clientSeq)).toEqual([5, 6]);
	const turned = judged([newer, aRequest()]);
	expect(turned.writes.map((write) => write.clientSeq)).toEqual([6]);
	expect(turned.answers[1]).toMatchObject({ entries: [{ clientSeq: 6 }] });
});

test('a save without a writer is written under the current one', () => {
	expect(judged([aRequest({ writer: null })]).writes[0]?.writer).toBe(2);
});

test('an older writer is told what is stored, and its save is kept as late evidence', () => {
	const { answers, writes, late } = judged([aRequest({ writer: 1 })], open, [stored(3)]);
	expect(answers).toEqual([
		{
			kind: 'elsewhere',
			stored: { position: 1, response: 'old', clientSeq: 3, savedAt: addMs(at, -1_000) }
		}
	]);
	expect(writes).toEqual([]);
	expect(late).toMatchObject([{ kind: 'continued-elsewhere', writer: 1, position: 1 }]);
});

test('a writer that was never given changes nothing', () => {
	const { answers, writes, late } = judged([aRequest({ writer: 3 })]);
	expect([answers, writes, late]).toEqual([[{ kind: 'unknown-writer' }], [], []]);
});

test.each([
	[2_999, 'saved'],
	[3_000, 'ended']
] as const)('a save that arrived %i ms after the end is %s', (ms, kind) => {
	expect(judged([aRequest({ at: addMs(endsAt, ms) })]).answers[0]?.kind).toBe(kind);
});

test('after a recorded end a save is refused even if the time is not over', () => {
	const { answers, writes, late } = judged([aRequest()], { ...open, ended: true });
	expect([answers, writes, late]).toEqual([[{ kind: 'ended', late: 0 }], [], []]);
});

test('a batch after the end is kept apart, whatever its writer', () => {
	const entries = [1, 2].map((position) => ({ position, clientSeq: 1, response: 'x' }));
	const request = aRequest({ batch: true, writer: null, at: addMs(endsAt, 60_000), entries });
	const { answers, writes, late } = judged([request]);
	expect(answers).toEqual([{ kind: 'ended', late: 2 }]);
	expect(writes).toEqual([]);
	expect(late.map((entry) => [entry.kind, entry.position, entry.writer])).toEqual([
		['attempt-ended', 1, 2],
		['attempt-ended', 2, 2]
	]);
});

test('a batch is answered entry by entry, a position twice too', () => {
	const entries = [
		{ position: 1, clientSeq: 8, response: 'x' },
		{ position: 1, clientSeq: 7, response: 'y' },
		{ position: 0, clientSeq: 1, response: 300 }
	];
	const { answers, writes } = judged([aRequest({ batch: true, entries })]);
	expect(answers[0]).toMatchObject({
		entries: [{ clientSeq: 8 }, { clientSeq: 8 }, { position: 0, clientSeq: 1 }]
	});
	expect(writes.map((write) => [write.position, write.response])).toEqual([
		[1, 'x'],
		[0, 300]
	]);
});

describe('the newest (writer, clientSeq) wins', () => {
	test.each([
		[[1, 1], [1, 2], false],
		[[1, 2], [1, 1], true],
		[[1, 1], [1, 1], false],
		[[2, 1], [1, 99], true],
		[[1, 99], [2, 1], false]
	] as const)('%j newer than %j: %s', (a, b, expected) => {
		expect(isNewer({ writer: a[0], clientSeq: a[1] }, { writer: b[0], clientSeq: b[1] })).toBe(
			expected
		);
	});
});

describe('what becomes of a save', () => {
	const newest = { writer: 2, clientSeq: 5 };
	test.each([
		['the first of a position is kept', { writer: 2, clientSeq: 1 }, 2, null, 'keep'],
		['a higher clientSeq is kept', { writer: 2, clientSeq: 6 }, 2, newest, 'keep'],
		['a gap in clientSeq does not matter', { writer: 2, clientSeq: 900 }, 2, newest, 'keep'],
		['the same again is known', { writer: 2, clientSeq: 5 }, 2, newest, 'known'],
		['an older one is known', { writer: 2, clientSeq: 4 }, 2, newest, 'known'],
		['no writer means the current one', { writer: null, clientSeq: 6 }, 2, newest, 'keep'],
		[
			'no writer and an older clientSeq is known',
			{ writer: null, clientSeq: 5 },
			2,
			newest,
			'known'
		],
		['a new writer may count from 1', { writer: 3, clientSeq: 1 }, 3, newest, 'keep'],
		['no writer after a resume is the new one', { writer: null, clientSeq: 1 }, 3, newest, 'keep'],
		['an older writer continues elsewhere', { writer: 1, clientSeq: 9 }, 2, newest, 'elsewhere'],
		['also where nothing is saved yet', { writer: 1, clientSeq: 9 }, 2, null, 'elsewhere'],
		['a writer that was never given', { writer: 3, clientSeq: 9 }, 2, newest, 'unknown-writer']
	] as const)('%s', (_, save, current, stored, expected) => {
		expect(judgeSave(save, { current, newest: stored })).toBe(expected);
	});
});
