import { describe, expect, test } from 'vitest';
import { predictionError } from './prediction.ts';
import { rank } from './rank.ts';
import { comparing, decidedBy, keysOf, type KeyFacts, type RankingChain } from './ranking-keys.ts';

const noFacts: KeyFacts = {
	score: 0,
	predictionError: null,
	elapsed: 0,
	submittedMs: 0,
	startedMs: 0,
	firstSubmittedMs: 0,
	registeredMs: 0,
	attempts: 1,
	perfect: 0
};

const PRED: RankingChain = [
	['score', 'desc'],
	['predictionError', 'asc'],
	['elapsed', 'asc'],
	['submittedAt', 'asc']
];
const FAST: RankingChain = [
	['score', 'desc'],
	['elapsed', 'asc'],
	['submittedAt', 'asc']
];

/** domain.md §4.6 */
const fixture = [
	{ id: 'An', score: 10, prediction: 300, elapsed: 412_000, at: '08:15:00.000' },
	{ id: 'Bình', score: 10, prediction: 287, elapsed: 399_500, at: '09:01:02.120' },
	{ id: 'Chi', score: 10, prediction: 313, elapsed: 250_000, at: '07:59:59.999' },
	{ id: 'Dũng', score: 10, prediction: null, elapsed: 120_000, at: '07:00:00.000' },
	{ id: 'Em', score: 9, prediction: 300, elapsed: 60_000, at: '06:00:00.000' },
	{ id: 'Giang', score: 10, prediction: 287, elapsed: 399_500, at: '09:01:02.119' }
];

function rows(actual: number) {
	return fixture.map(({ id, score, prediction, elapsed, at }) => ({
		...noFacts,
		id,
		score,
		elapsed,
		predictionError: predictionError(prediction, actual, 'abs'),
		submittedMs: Date.parse(`2026-10-05T${at}Z`)
	}));
}

const order = (actual: number, chain: RankingChain) =>
	rank(rows(actual), chain).map(({ row }) => row.id);

describe('the worked example of six people', () => {
	test('by the prediction, with 300 all-correct people', () => {
		expect(order(300, PRED)).toEqual(['An', 'Chi', 'Giang', 'Bình', 'Dũng', 'Em']);
	});

	test('one all-correct person disqualified moves the actual to 299 and the order with it', () => {
		expect(order(299, PRED)).toEqual(['An', 'Giang', 'Bình', 'Chi', 'Dũng', 'Em']);
	});

	test('by time alone', () => {
		expect(order(300, FAST)).toEqual(['Dũng', 'Chi', 'Giang', 'Bình', 'An', 'Em']);
	});
});

describe('a chain', () => {
	test('sorts null last under either direction, and nulls tie', () => {
		const known = { ...noFacts, predictionError: 5 };
		for (const direction of ['asc', 'desc'] as const) {
			const compare = comparing([['predictionError', direction]]);
			expect(compare(noFacts, known)).toBe(1);
			expect(compare(known, noFacts)).toBe(-1);
			expect(compare(noFacts, noFacts)).toBe(0);
		}
	});

	test('of a final has no key that only a round knows', () => {
		expect(keysOf('final')).toEqual([
			'score',
			'elapsed',
			'firstSubmittedAt',
			'registeredAt',
			'attempts',
			'perfect'
		]);
	});

	test('says which key put a row above the next, and that a shared rank has none', () => {
		const [an, chi, giang, binh] = rank(rows(300), PRED).map(({ row }) => row);
		if (!an || !chi || !giang || !binh) throw new Error('four rows');
		expect(decidedBy(an, chi, PRED)).toBe('predictionError');
		expect(decidedBy(chi, giang, PRED)).toBe('elapsed');
		expect(decidedBy(giang, binh, PRED)).toBe('submittedAt');
		expect(decidedBy(giang, giang, PRED)).toBeNull();
	});
});

test('rows level on every key share the rank, the next rank is skipped, and ids only store them', () => {
	const level = [
		{ ...noFacts, id: 'd', score: 1 },
		{ ...noFacts, id: 'c', score: 7 },
		{ ...noFacts, id: 'b', score: 7 },
		{ ...noFacts, id: 'a', score: 9 }
	];
	expect(rank(level, [['score', 'desc']]).map(({ rank, row }) => [rank, row.id])).toEqual([
		[1, 'a'],
		[2, 'b'],
		[2, 'c'],
		[4, 'd']
	]);
});
