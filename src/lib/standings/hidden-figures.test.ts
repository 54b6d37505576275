import { describe, expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import {
	givingAway,
	hiddenFigures,
	type PredictedContest,
	type PredictedRound
} from './hidden-figures.ts';

const opensAt = instant('2026-10-05T01:00:00.000Z');
const closesAt = instant('2026-10-11T13:00:00.000Z');
const before = instant('2026-10-05T00:59:59.999Z');
const during = instant('2026-10-08T00:00:00.000Z');
const after = closesAt;

type Quantity = 'ALL_CORRECT_PEOPLE' | 'PARTICIPANTS' | 'ATTEMPTS';

function aContest(
	quantity: Quantity | null,
	more: Partial<PredictedContest['rules']> = {},
	round: Partial<PredictedRound> = {}
): PredictedContest {
	return {
		rules: {
			prediction: quantity && { quantity, rule: 'abs' },
			passShare: [1, 2],
			attemptsMax: 3,
			...more
		},
		questions: 20,
		rounds: [{ opensAt, closesAt, settled: false, ...round }]
	};
}

describe('while people predict a count, that count and what tells it are hidden', () => {
	test.each([
		['nothing is predicted', aContest(null), []],
		['full marks', aContest('ALL_CORRECT_PEOPLE'), ['perfect']],
		[
			'full marks, and passing is full marks',
			aContest('ALL_CORRECT_PEOPLE', { passShare: [1, 1] }),
			['passed', 'perfect']
		],
		[
			'96 % of 20 questions is 20 of them',
			aContest('ALL_CORRECT_PEOPLE', { passShare: [24, 25] }),
			['passed', 'perfect']
		],
		[
			'95 % of 20 questions is 19 of them',
			aContest('ALL_CORRECT_PEOPLE', { passShare: [19, 20] }),
			['perfect']
		],
		['participants', aContest('PARTICIPANTS'), [...givingAway]],
		['attempts', aContest('ATTEMPTS'), ['attempts']],
		[
			'attempts, one a person',
			aContest('ATTEMPTS', { attemptsMax: 1 }),
			['started', 'completed', 'attempts']
		]
	])('%s', (_name, contest, hidden) => {
		expect([...hiddenFigures(contest, during)]).toEqual(hidden);
	});
});

describe('from the opening until the round has closed and nothing of it runs', () => {
	test.each([
		['before the opening', before, false, 0],
		['from the opening', opensAt, null, 1],
		['while it is open, settled or not', during, true, 1],
		['closed, and the last attempts still run', after, false, 1],
		['closed and settled', after, true, 0],
		['closed, and nobody began', after, null, 0]
	] as const)('%s', (_name, at, settled, count) => {
		const contest = aContest('ALL_CORRECT_PEOPLE', {}, { settled });
		expect(hiddenFigures(contest, at).size).toBe(count);
	});

	test('one open round hides the figures of the whole contest', () => {
		const contest = aContest('ALL_CORRECT_PEOPLE', {}, { settled: true });
		const later = { opensAt: after, closesAt: instant('2026-10-18T13:00:00.000Z'), settled: null };
		const both = { ...contest, rounds: [...contest.rounds, later] };
		expect(hiddenFigures(both, after).size).toBe(1);
	});
});
