import { describe, expect, test } from 'vitest';
import { fraction } from '#lib/kernel/fraction.ts';
import { isValidAttempt } from './attempt-validity.ts';
import { normalisedElapsed } from './elapsed.ts';
import { actualOf, predictionError } from './prediction.ts';
import { addAttempt, type RoundTally, type ValidAttempt } from './select-attempt.ts';

const OPENS = 1000;
const CLOSES = 2000;

describe('an attempt counts', () => {
	const claim = { status: 'submitted' as const, voided: false, startedMs: OPENS, seq: 1 };
	const rules = {
		opensMs: OPENS,
		closesMs: CLOSES,
		attemptsMax: 2,
		extraAttempts: 0,
		excluded: false
	};
	test.each([
		['started as the round opens', {}, {}, true],
		['started before it opens', { startedMs: OPENS - 1 }, {}, false],
		['started in its last millisecond', { startedMs: CLOSES - 1 }, {}, true],
		['started as it closes', { startedMs: CLOSES }, {}, false],
		['ended by the server', { status: 'auto' as const }, {}, true],
		['voided', { voided: true }, {}, false],
		['the last one granted', { seq: 2 }, {}, true],
		['one more than granted', { seq: 3 }, {}, false],
		['one more, granted by an accommodation', { seq: 3 }, { extraAttempts: 1 }, true],
		['of an excluded person', {}, { excluded: true }, false]
	])('%s', (_, attempt, granted, counts) => {
		expect(isValidAttempt({ ...claim, ...attempt }, { ...rules, ...granted })).toBe(counts);
	});
});

describe('elapsed', () => {
	const taking = (ms: number, status: 'submitted' | 'auto' = 'submitted') => ({
		startedMs: 0,
		submittedMs: ms,
		status
	});
	test.each([
		['as taken', taking(412_000), fraction(1), 412_000],
		['clamped to the duration', taking(700_001), fraction(1), 600_000],
		['0 when submitted before it started', taking(-5), fraction(1), 0],
		['the whole duration when the server ended it', taking(10, 'auto'), fraction(3, 2), 600_000],
		['normalised by extra time, rounded down', taking(100_000), fraction(3, 2), 66_666],
		['the duration at the end of extra time', taking(900_000), fraction(3, 2), 600_000],
		['a millisecond before the end of extra time', taking(899_999), fraction(3, 2), 599_999]
	])('%s', (_, times, extraTime, elapsed) => {
		expect(normalisedElapsed(times, 600_000, extraTime)).toBe(elapsed);
	});
});

function anAttempt(changes: Partial<ValidAttempt>): ValidAttempt {
	const [submittedMs, startedMs, prediction] = [500, 0, null];
	return {
		id: 'a',
		seq: 1,
		score: 5,
		elapsed: 100,
		submittedMs,
		startedMs,
		prediction,
		...changes
	};
}

function tallyOf(
	attempts: ValidAttempt[],
	select: 'best' | 'last' | 'first'
): RoundTally | undefined {
	return attempts.reduce<RoundTally | undefined>(
		(tally, attempt) => addAttempt(tally, attempt, { select, maxScore: 10 }),
		undefined
	);
}

describe('one result of a person in a round', () => {
	const attempts = [
		anAttempt({ id: 'first', seq: 1, score: 7, elapsed: 90, submittedMs: 400 }),
		anAttempt({ id: 'best', seq: 2, score: 9, elapsed: 80, submittedMs: 300 }),
		anAttempt({ id: 'last', seq: 3, score: 9, elapsed: 80, submittedMs: 300 })
	];
	test.each([
		['best' as const, 'best'],
		['last' as const, 'last'],
		['first' as const, 'first']
	])('%s', (select, id) => {
		expect(tallyOf(attempts, select)?.selected.id).toBe(id);
		expect(tallyOf(attempts.toReversed(), select)?.selected.id).toBe(id);
	});

	test.each([
		['more marks', { score: 6, elapsed: 999, submittedMs: 999 }],
		['less time at equal marks', { elapsed: 99, submittedMs: 999 }],
		['an earlier submission at equal marks and time', { submittedMs: 499 }]
	])('best prefers %s', (_, better) => {
		const both = [anAttempt({}), anAttempt({ id: 'b', seq: 2, ...better })];
		expect(tallyOf(both, 'best')?.selected.id).toBe('b');
	});

	test('a closer prediction does not make an attempt the best', () => {
		const both = [anAttempt({ prediction: 1 }), anAttempt({ id: 'b', seq: 2, prediction: 300 })];
		expect(tallyOf(both, 'best')?.selected.id).toBe('a');
	});

	test('full marks in an attempt that is not selected are remembered', () => {
		const both = [anAttempt({ score: 10 }), anAttempt({ id: 'b', seq: 2, score: 1 })];
		expect(tallyOf(both, 'last')).toMatchObject({ selected: { id: 'b' }, full: true, attempts: 2 });
	});
});

describe('the predicted quantity', () => {
	const tally = (attempts: number, full: boolean): RoundTally => ({
		selected: anAttempt({}),
		attempts,
		firstSubmittedMs: 0,
		full
	});
	const tallies = [tally(3, true), tally(1, false), tally(2, true)];
	test.each([
		['ALL_CORRECT_PEOPLE' as const, 2],
		['PARTICIPANTS' as const, 3],
		['ATTEMPTS' as const, 6]
	])('%s', (quantity, actual) => {
		expect(actualOf(quantity, tallies)).toBe(actual);
	});

	test.each([
		[290, 'abs' as const, 10],
		[310, 'abs' as const, 10],
		[null, 'abs' as const, null],
		[300, 'not_over' as const, 0],
		[301, 'not_over' as const, null],
		[299, 'not_over' as const, 1]
	])('the error of %s under %s is %s', (prediction, rule, error) => {
		expect(predictionError(prediction, 300, rule)).toBe(error);
	});
});
