import { describe, expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import { changesBetween, measuresOf, summed, type CountedAttempt } from './measures.ts';

const registration = {
	unitKey: 'lop-8a1',
	audience: 'hs_6_9',
	registeredAt: instant('2024-10-07T01:00:00Z')
};

function anAttempt(
	on: string,
	score: number | null,
	more: Partial<CountedAttempt> = {}
): CountedAttempt {
	return {
		startedAt: instant(`${on}T02:00:00Z`),
		endedAt: score === null ? null : instant(`${on}T02:20:00Z`),
		valid: true,
		score,
		maxScore: 20,
		...more
	};
}

const half = [1, 2] as const;

describe('registered ⊇ started ⊇ completed ⊇ passed ⊇ perfect', () => {
	test.each([
		['only on the list', [], [null, null, null, null, 0]],
		[
			'began and is still inside',
			[anAttempt('2024-10-08', null)],
			['2024-10-08', null, null, null, 0]
		],
		[
			'below the pass mark',
			[anAttempt('2024-10-08', 9)],
			['2024-10-08', '2024-10-08', null, null, 1]
		],
		[
			'exactly half passes',
			[anAttempt('2024-10-08', 10)],
			['2024-10-08', '2024-10-08', '2024-10-08', null, 1]
		],
		[
			'passes only at the second try',
			[anAttempt('2024-10-08', 3), anAttempt('2024-10-09', 20)],
			['2024-10-08', '2024-10-08', '2024-10-09', '2024-10-09', 2]
		],
		[
			'a void attempt began but is not done',
			[anAttempt('2024-10-08', 20, { valid: false })],
			['2024-10-08', null, null, null, 0]
		]
	] as const)('%s', (_name, attempts, [started, completed, passed, perfect, count]) => {
		const person = measuresOf(registration, attempts, half);
		expect(person).toMatchObject({
			registeredOn: '2024-10-07',
			startedOn: started,
			completedOn: completed,
			passedOn: passed,
			perfectOn: perfect
		});
		expect(person.attemptDays).toHaveLength(count);
	});

	test('ten of fifteen are below seven tenths, eleven are not', () => {
		const passed = (score: number) =>
			measuresOf(registration, [anAttempt('2024-10-08', score, { maxScore: 15 })], [7, 10])
				.passedOn;
		expect([passed(10), passed(11)]).toEqual([null, '2024-10-08']);
	});

	test('a day is a Vietnamese day: 17:30 in UTC is already tomorrow', () => {
		const late = { ...anAttempt('2024-10-08', 20), startedAt: instant('2024-10-08T17:30:00Z') };
		expect(measuresOf(registration, [late], half).startedOn).toBe('2024-10-09');
	});
});

describe('the sums change by what a person changed, and by nothing else', () => {
	const before = measuresOf(registration, [], half);
	const after = measuresOf(registration, [anAttempt('2024-10-08', 12)], half);

	test('the first sight of a person adds all', () => {
		expect(changesBetween(undefined, before)).toEqual([
			{
				unitKey: 'lop-8a1',
				audience: 'hs_6_9',
				measure: 'registered',
				onDay: '2024-10-07',
				amount: 1
			}
		]);
	});
	test('folding the same again changes nothing', () => {
		expect(changesBetween(after, after)).toEqual([]);
	});
	test('a finished attempt adds what was reached', () => {
		expect(
			changesBetween(before, after).map(({ measure, amount }) => `${measure} ${amount}`)
		).toEqual(['started 1', 'completed 1', 'passed 1', 'attempts 1']);
	});
	test('there and back is nothing', () => {
		expect(summed([...changesBetween(before, after), ...changesBetween(after, before)])).toEqual(
			[]
		);
	});
	test('who has no unit is in no figure', () => {
		expect(changesBetween(undefined, { ...after, unitKey: null })).toEqual([]);
	});
	test('a unit chosen later moves the whole person', () => {
		const moved = changesBetween({ ...before, unitKey: 'lop-8a2' }, before);
		expect(moved.map(({ unitKey, amount }) => `${unitKey} ${amount}`)).toEqual([
			'lop-8a2 -1',
			'lop-8a1 1'
		]);
	});
});
