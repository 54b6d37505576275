import { expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import type { RankingChain } from '#lib/standings/ranking-keys.ts';
import type { PersonStanding } from '#lib/standings/standings-row.ts';
import { cellText, comparedKeys, pairToCompare, shownKeys } from './person-cells.ts';

const at = instant('2026-10-20T01:00:00Z');
const vi = { at, language: 'vi' } as const;
const PRED: RankingChain = [
	['score', 'desc'],
	['predictionError', 'asc'],
	['elapsed', 'asc'],
	['submittedAt', 'asc']
];

function aRow(given: Partial<PersonStanding>): PersonStanding {
	return {
		rank: 1,
		name: 'P.V.B',
		unit: 'u',
		unitName: 'U',
		group: null,
		score: 20,
		elapsed: 819_500,
		predictionError: 3,
		prediction: 61,
		submittedAt: instant('2026-10-06T02:01:02.119Z'),
		decidedBy: null,
		mine: false,
		...given
	};
}

test('a board shows the keys in force, a prediction beside its error, and no prediction while it is hidden', () => {
	expect(shownKeys(PRED)).toEqual([
		'score',
		'prediction',
		'predictionError',
		'elapsed',
		'submittedAt'
	]);
	expect(shownKeys(PRED.filter(([key]) => key !== 'predictionError'))).toEqual([
		'score',
		'elapsed',
		'submittedAt'
	]);
	expect(shownKeys([['attempts', 'asc']])).toEqual(['score', 'attempts', 'elapsed']);
});

test.each([
	['score', {}, '20'],
	['elapsed', {}, '13:39,500'],
	['submittedAt', {}, '09:01:02 ngày\u00a006/10'],
	['prediction', { prediction: null }, '–'],
	['predictionError', {}, '3'],
	['predictionError', { prediction: null, predictionError: null }, 'không đoán'],
	['predictionError', { predictionError: null }, 'vượt số thực tế']
] as const)('%s of %j reads %s', (key, given, text) => {
	expect(cellText(aRow(given), key, vi)).toBe(text);
});

test('where two instants are compared, their milliseconds show', () => {
	expect(cellText(aRow({}), 'submittedAt', { ...vi, exact: true })).toBe(
		'09:01:02,119 ngày\u00a006/10'
	);
});

const byScore = aRow({ decidedBy: 'score' });
const byTime = aRow({ decidedBy: 'elapsed' });
const last = aRow({});

test('without a wish, the pair is compared that the latest key decides', () => {
	expect(pairToCompare([[byScore, byTime, last]], PRED, null)?.index).toBe(1);
	expect(pairToCompare([[byScore, byTime, last]], PRED, 0)?.index).toBe(0);
	expect(pairToCompare([[byScore, byTime, last]], PRED, 7)?.index).toBe(1);
});

test('neighbours are of one board, and one person has none', () => {
	expect(pairToCompare([[last], [byScore, last]], PRED, 0)?.index).toBe(1);
	expect(pairToCompare([[last]], PRED, null)).toBeNull();
});

test('a comparison stops at the key that decides; people of one rank are compared to the end', () => {
	const pair = { index: 0, above: byTime, below: last };
	expect(comparedKeys(pair, PRED)).toEqual(PRED.slice(0, 3));
	expect(comparedKeys({ ...pair, above: last }, PRED)).toEqual(PRED);
});
