import { describe, expect, test } from 'vitest';
import { resultsWords } from '#lib/messages/results.ts';
import {
	aBundle,
	anAttempt,
	aPerson,
	aPrize,
	aRound,
	aRules,
	aUnit,
	problemsFor,
	sourceOf
} from './bundle.fixture.ts';
import { recompute } from './recompute.ts';

type Fields = Record<string, unknown>;

/** Code and field of what is wrong, without the line. */
function wrong(changes: { contest?: Fields; attempts?: Fields[] }): string[] {
	return problemsFor(sourceOf(aBundle(changes))).map((text) => text.replace(/^\S+ /, ''));
}
const withRules = (rules: Fields) => ({ contest: { rules: aRules(rules) } });
const aCollective = (changes: Fields) => withRules({ collective: { formula: 'M2', ...changes } });

test('a sound bundle has no problem, and may leave out what recompute does not read', () => {
	expect(wrong({})).toEqual([]);
});

describe('contest.json is refused', () => {
	test.each<[string, Fields, string]>([
		['format', { format: 'khoabang.publication/2' }, 'wrong-value /format'],
		['form', { form: 'secret' }, 'wrong-value /form'],
		['an unknown field', { surprise: 1 }, 'unknown-field /surprise'],
		[
			'a round called final',
			{ rounds: [aRound(), aRound({ id: 'final' })] },
			'round-called-final /rounds/1/id'
		],
		['a doubled round', { rounds: [aRound(), aRound()] }, 'doubled-id /rounds/1/id'],
		['a doubled unit', { units: [aUnit(), aUnit()] }, 'doubled-id /units/1/id'],
		['a doubled person', { people: [aPerson(), aPerson()] }, 'doubled-id /people/1/id'],
		[
			'a person of no unit here',
			{ people: [aPerson({ unitId: 'x' })] },
			'unknown-id /people/0/unitId'
		],
		[
			'a person of no group here',
			{ people: [aPerson({ group: 'x' })] },
			'unknown-id /people/0/group'
		],
		['a person without a group', { groups: [{ id: 'g' }] }, 'group-needed /people/0/group'],
		[
			'extra time below 1',
			{ people: [aPerson({ extraTime: [2, 3] })] },
			'extra-time-below-one /people/0/extraTime'
		],
		[
			'a unit of no parent here',
			{ units: [aUnit({ parentId: 'x' })] },
			'unknown-id /units/0/parentId'
		],
		[
			'a unit above itself',
			{ units: [aUnit({ parentId: 'u1' })] },
			'unit-circle /units/0/parentId'
		],
		[
			'an impossible instant',
			{ rounds: [aRound({ opensAt: '2026-02-30T00:00:00Z' })] },
			'wrong-value /rounds/0/opensAt'
		],
		[
			'microseconds',
			{ rounds: [aRound({ opensAt: '2026-02-03T00:00:00.000001Z' })] },
			'wrong-value /rounds/0/opensAt'
		],
		[
			'a number past 2^53',
			{ rounds: [aRound({ maxScore: 2 ** 53 })] },
			'wrong-value /rounds/0/maxScore'
		],
		['half a mark', { rounds: [aRound({ maxScore: 0.5 })] }, 'wrong-value /rounds/0/maxScore']
	])('for %s', (_, contest, problem) => {
		expect(wrong({ contest })).toContain(problem);
	});

	test.each<[string, Fields, string]>([
		['no attempt allowed', { attemptsMax: 0 }, 'wrong-value /rules/attemptsMax'],
		['an unknown way to select', { select: 'sum' }, 'wrong-value /rules/select'],
		[
			'an unknown key',
			{ ranking: { round: [['luck', 'asc']], final: [['score', 'desc']] } },
			'wrong-value /rules/ranking/round/0/0'
		],
		[
			'a key that a final has not',
			{ ranking: { round: [['score', 'desc']], final: [['submittedAt', 'asc']] } },
			'wrong-value /rules/ranking/final/0/0'
		],
		[
			'a chain without a key',
			{ ranking: { round: [], final: [['score', 'desc']] } },
			'wrong-value /rules/ranking/round'
		],
		['an unknown rule', { bonus: 1 }, 'unknown-field /rules/bonus'],
		['a missing rule', { durationSeconds: undefined }, 'missing-field /rules/durationSeconds'],
		[
			'an undeclared scope',
			{ prizes: [aPrize({ scope: 'x' })] },
			'scope-undeclared /rules/prizes/0/scope'
		],
		[
			'a prize on an unlisted round',
			{ prizes: [aPrize({ on: 'r9' })] },
			'unknown-id /rules/prizes/0/on'
		],
		[
			'a prize of an undeclared group',
			{ prizes: [aPrize({ group: 'x' })] },
			'unknown-id /rules/prizes/0/group'
		],
		['a doubled prize', { prizes: [aPrize(), aPrize()] }, 'doubled-id /rules/prizes/1/id']
	])('for %s', (_, rules, problem) => {
		expect(wrong(withRules(rules))).toContain(problem);
	});

	test.each<[string, Fields, string]>([
		['an unknown formula', { formula: 'M8' }, 'wrong-value /rules/collective/formula'],
		['M3 without weights', { formula: 'M3' }, 'missing-field /rules/collective/weights'],
		['M5 without k', { formula: 'M5' }, 'missing-field /rules/collective/k'],
		['a gate over 0', { gate: [1, 0] }, 'wrong-value /rules/collective/gate'],
		[
			'bands that fall',
			{
				bands: [
					{ below: 50, gate: null },
					{ below: 10, gate: null },
					{ below: null, gate: null }
				]
			},
			'bands-out-of-order /rules/collective/bands'
		],
		[
			'bands without an end',
			{ bands: [{ below: 50, gate: null }] },
			'bands-out-of-order /rules/collective/bands'
		]
	])('for %s', (_, collective, problem) => {
		expect(wrong(aCollective(collective))).toContain(problem);
	});

	test('for a draw on a round without a seed', () => {
		const rules = aRules({ prizes: [aPrize({ tie: 'draw' })] });
		expect(wrong({ contest: { rules, rounds: [aRound({ draw: null })] } })).toEqual([
			'draw-without-seed /rules/prizes/0/tie'
		]);
	});

	test('for every unit on a circle, and not for those below it', () => {
		const units = [
			['u1', 'u2'],
			['u2', 'u3'],
			['u3', 'u2']
		].map(([id, parentId]) => aUnit({ id, parentId }));
		expect(wrong({ contest: { units } })).toEqual([
			'unit-circle /units/1/parentId',
			'unit-circle /units/2/parentId'
		]);
	});
});

describe('what belongs to a later version is refused by name', () => {
	test.each<[string, Fields, string, string]>([
		...['M4', 'M5', 'M6', 'M7'].map((formula): [string, Fields, string, string] => [
			formula,
			{
				collective: {
					formula,
					k: 10,
					weights: [
						[1, 2],
						[1, 2]
					]
				}
			},
			'/rules/collective/formula',
			`"${formula}"`
		]),
		['scope highest', { scopes: { weekly: 'highest' } }, '/rules/scopes/weekly', '"highest"'],
		['prizeShareCap', { prizeShareCap: [1, 2] }, '/rules/prizeShareCap', '[1,2]'],
		['onlyAllCorrect', { onlyAllCorrect: true }, '/rules/onlyAllCorrect', 'true']
	])('%s', (_, rules, field, found) => {
		const done = recompute(sourceOf(aBundle(withRules(rules))));
		if (done.ok) throw new Error('refused');
		expect(done.problems).toHaveLength(1);
		const [problem] = done.problems;
		expect(problem).toMatchObject({ code: 'later-version', facts: { field, found } });
		expect(resultsWords.en.problems['later-version'](problem?.facts ?? {})).toContain(
			`${field}: ${found} belongs to a later version`
		);
	});
});

describe('attempts.ndjson is refused', () => {
	test.each<[string, Fields, string]>([
		['of no round here', { roundId: 'r9' }, 'unknown-id /roundId'],
		['of nobody here', { personId: 'p9' }, 'unknown-id /personId'],
		['with seq 0', { seq: 0 }, 'wrong-value /seq'],
		['above full marks', { score: 11 }, 'score-outside /score'],
		['below 0', { score: -1 }, 'wrong-value /score'],
		['still open', { status: 'open' }, 'wrong-value /status'],
		['with a number as instant', { submittedAt: 5 }, 'wrong-value /submittedAt'],
		['without its void', { void: undefined }, 'missing-field /void'],
		['with a word as prediction', { prediction: 'many' }, 'wrong-value /prediction'],
		[
			'with an impossible instant',
			{ startedAt: '2026-02-30T00:00:00.000Z', submittedAt: '2026-03-03T00:00:00.000Z' },
			'wrong-value /startedAt'
		],
		['with an unknown field', { ip: '::1' }, 'unknown-field /ip']
	])('for an attempt %s', (_, attempt, problem) => {
		expect(wrong({ attempts: [anAttempt(attempt)] })).toContain(problem);
	});

	test('for a doubled id and for a doubled round, person and seq, however large the seq', () => {
		const attempts = [
			anAttempt({ id: 'a' }),
			anAttempt({ id: 'b' }),
			anAttempt({ id: 'a', seq: 40 }),
			anAttempt({ id: 'c', seq: 40 })
		];
		expect(problemsFor(sourceOf(aBundle({ attempts })))).toEqual([
			'attempts.ndjson:2 doubled-attempt /seq',
			'attempts.ndjson:3 doubled-id /id',
			'attempts.ndjson:4 doubled-attempt /seq'
		]);
	});

	test('but a prediction without rules.prediction is ignored, whatever it is', () => {
		const rules = aRules({ prediction: null });
		expect(wrong({ contest: { rules }, attempts: [anAttempt({ prediction: 'many' })] })).toEqual(
			[]
		);
	});
});

describe('a public bundle is refused', () => {
	const line = {
		id: 'a1',
		roundId: 'r1',
		personId: 'p1',
		seq: 1,
		submittedAt: '2026-10-05T03:00:00Z',
		elapsed: 5,
		score: 1
	};
	const person = { id: 'p1', unitId: 'u1', group: null };
	const keys = (key: string) =>
		aRules({ ranking: { round: [[key, 'asc']], final: [['score', 'desc']] } });

	test('never when it is sound', () => {
		expect(wrong({ contest: { form: 'public', people: [person] }, attempts: [line] })).toEqual([]);
	});

	test('when a key in force needs an instant that it lacks', () => {
		const registered = { form: 'public', people: [person], rules: keys('registeredAt') };
		expect(wrong({ contest: registered, attempts: [line] })).toEqual([
			'missing-field /people/0/registeredAt'
		]);
		const started = { form: 'public', people: [person], rules: keys('startedAt') };
		expect(wrong({ contest: started, attempts: [line] })).toEqual(['missing-field /startedAt']);
	});

	test('when it says who has extra time or was disqualified', () => {
		const contest = { form: 'public', people: [{ ...person, extraTime: [1, 1], excluded: null }] };
		expect(wrong({ contest, attempts: [line] })).toEqual([
			'unknown-field /people/0/extraTime',
			'unknown-field /people/0/excluded'
		]);
	});
});

test('everything wrong in both files is named at once, each with its file and line', () => {
	const contest = [
		'\uFEFF{"format":"khoabang.publication/1","form":"full","version":1,"contest":{"code":"w1"},',
		`"rules":${JSON.stringify(aRules({ select: 'sum' }))},"groups":[],`,
		`"rounds":[${JSON.stringify(aRound())}],`,
		`"units":[${JSON.stringify(aUnit())}],`,
		`"people":[${JSON.stringify(aPerson())},\n${JSON.stringify(aPerson())}]}`
	].join('\r\n');
	const lines = [
		JSON.stringify(anAttempt()),
		'',
		'{',
		JSON.stringify(anAttempt({ id: 'b', score: 99 }))
	];
	expect(problemsFor({ contest, attempts: () => lines })).toEqual([
		'contest.json:2 wrong-value /rules/select',
		'contest.json:6 doubled-id /people/1/id',
		'attempts.ndjson:3 unreadable-json /',
		'attempts.ndjson:4 score-outside /score',
		'attempts.ndjson:4 doubled-attempt /seq'
	]);
});

test('a contest.json that is not JSON is refused at its line', () => {
	expect(problemsFor({ contest: '{\n"format": nope}', attempts: () => [] })).toEqual([
		'contest.json:2 unreadable-json '
	]);
});
