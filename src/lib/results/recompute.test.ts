import { describe, expect, test } from 'vitest';
import {
	aBundle,
	anAttempt,
	aPerson,
	aPrize,
	aRound,
	aRules,
	aUnit,
	bytesFor,
	sourceOf,
	standingsFor
} from './bundle.fixture.ts';
import { publicForm } from './public-form.ts';

const week2 = aRound({
	id: 'r2',
	opensAt: '2026-10-12T01:00:00Z',
	closesAt: '2026-10-18T13:00:00Z'
});

/** Two rounds, groups, a draw, extra time, a voided best, a disqualified leader, an organiser. */
const rich = aBundle({
	contest: {
		rules: aRules({
			attemptsMax: 2,
			prizes: [aPrize({ tie: 'draw' }), aPrize({ id: 'grand', on: 'final', quota: 2 })],
			collective: {
				formula: 'M3',
				gate: [1, 10],
				weights: [
					[1, 2],
					[1, 2]
				],
				tieBreak: ['rate']
			}
		}),
		groups: [
			{ id: 'g1', title: 'Học sinh' },
			{ id: 'g2', title: 'Đoàn viên' }
		],
		rounds: [aRound(), week2],
		units: [
			aUnit({ id: 'city', ranked: false, headcount: null }),
			aUnit({ id: 'u1', parentId: 'city', headcount: 4 }),
			aUnit({ id: 'u2', parentId: 'city', headcount: 1 }),
			aUnit({ id: 'u3', parentId: 'city', headcount: 0 })
		],
		people: [
			aPerson({ id: 'p1', group: 'g1' }),
			aPerson({ id: 'p2', group: 'g1', extraTime: [3, 2], extraAttempts: 1 }),
			aPerson({ id: 'p3', group: 'g2', unitId: 'u2' }),
			aPerson({ id: 'p4', group: 'g2', unitId: 'u2' }),
			aPerson({ id: 'dq', group: 'g1', excluded: 'disqualified' }),
			aPerson({ id: 'org', group: 'g2', excluded: 'organiser' }),
			aPerson({ id: 'idle', group: 'g2', unitId: 'u3' })
		]
	},
	attempts: [
		anAttempt({ id: 'a1', score: 10, prediction: 2 }),
		anAttempt({ id: 'a2', personId: 'p2', score: 10, prediction: 2, elapsed: 90_001 }),
		anAttempt({ id: 'a3', personId: 'p2', seq: 2, score: 10, void: 'làm hộ' }),
		anAttempt({ id: 'a4', personId: 'p2', seq: 3, score: 3 }),
		anAttempt({ id: 'a5', personId: 'p3', score: 7, status: 'auto' }),
		anAttempt({ id: 'a6', personId: 'p4', score: 7, startedAt: '2026-10-11T13:00:00Z' }),
		anAttempt({ id: 'a7', personId: 'dq', score: 10 }),
		anAttempt({ id: 'a8', personId: 'org', score: 10 }),
		anAttempt({
			id: 'b1',
			roundId: 'r2',
			personId: 'p4',
			score: 2,
			startedAt: '2026-10-12T08:00:00+07:00'
		})
	]
});

describe('the standings of a rich bundle', () => {
	const standings = standingsFor(rich);

	test('count the actual in valid people only', () => {
		expect(standings.rounds.map(({ id, actual }) => [id, actual])).toEqual([
			['r1', 2],
			['r2', 0]
		]);
	});

	test('rank each group of a round, and print instants in UTC with milliseconds', () => {
		expect(standings.rounds[0]?.groups[0]).toEqual({
			group: 'g1',
			rows: [
				{
					rank: 1,
					personId: 'p1',
					attemptId: 'a1',
					score: 10,
					predictionError: 0,
					elapsed: 60_000,
					submittedAt: '2026-10-05T02:01:00.000Z',
					attempts: 1
				},
				{
					rank: 2,
					personId: 'p2',
					attemptId: 'a2',
					score: 10,
					predictionError: 0,
					elapsed: 60_000,
					submittedAt: '2026-10-05T02:01:30.001Z',
					attempts: 2
				}
			]
		});
	});

	test('fill a missed round of the final with no mark, the whole duration and no attempt', () => {
		expect(standings.final.groups[1]?.rows).toEqual([
			{
				rank: 1,
				personId: 'p3',
				score: 7,
				elapsed: 2_400_000,
				attempts: 1,
				firstSubmittedAt: '2026-10-05T02:01:00.000Z'
			},
			{
				rank: 2,
				personId: 'p4',
				score: 2,
				elapsed: 1_260_000,
				attempts: 1,
				firstSubmittedAt: '2026-10-12T01:01:00.000Z'
			}
		]);
	});

	test('rank units on whole people, with every flag', () => {
		// u1: ½·2/4 + ½·20/(2·20); u2: ½·min(1, 2/1) + ½·9/(2·20)
		expect(standings.collective).toEqual([
			{
				league: null,
				rows: [
					{
						rank: 1,
						unitId: 'u2',
						participants: 2,
						attempts: 2,
						headcount: 1,
						value: ['49', '80'],
						flags: ['over_headcount']
					},
					{
						rank: 2,
						unitId: 'u1',
						participants: 2,
						attempts: 3,
						headcount: 4,
						value: ['1', '2'],
						flags: []
					},
					{
						rank: null,
						unitId: 'u3',
						participants: 0,
						attempts: 0,
						headcount: null,
						value: null,
						flags: ['no_headcount', 'nobody']
					}
				]
			}
		]);
	});

	test('give the prizes in declared order', () => {
		expect(standings.prizes).toEqual([
			{ prizeId: 'first', personId: 'p1' },
			{ prizeId: 'grand', personId: 'p2' },
			{ prizeId: 'grand', personId: 'p3' }
		]);
	});
});

test('the bytes are canonical JSON and one LF', () => {
	const text = bytesFor(aBundle({ contest: { people: [] }, attempts: [] }));
	expect(text).toBe(
		'{"collective":[],"final":{"groups":[{"group":null,"rows":[]}]},"format":"khoabang.standings/1",' +
			'"prizes":[],"rounds":[{"actual":0,"groups":[{"group":null,"rows":[]}],"id":"r1"}]}\n'
	);
});

describe('the public form', () => {
	const { contest, attempts } = publicForm(sourceOf(rich));

	test('gives the same bytes', () => {
		const source = { contest, attempts: () => attempts.split('\n') };
		const fromPublic = publicBytes(source);
		expect(fromPublic).toBe(bytesFor(rich));
	});

	test('says nothing of extra time, exclusions, voids and those who did not take part', () => {
		const people: unknown = JSON.parse(contest).people;
		expect(people).toEqual([
			{ id: 'p1', unitId: 'u1', group: 'g1' },
			{ id: 'p2', unitId: 'u1', group: 'g1' },
			{ id: 'p3', unitId: 'u2', group: 'g2' },
			{ id: 'p4', unitId: 'u2', group: 'g2' }
		]);
		expect(attempts).not.toMatch(/void|startedAt|status|làm hộ|"dq"|"org"|a3/);
	});

	test('renumbers what is left of a person in a round', () => {
		const seqs = attempts.split('\n').filter((line) => line.includes('"p2"'));
		expect(seqs.map((line) => [JSON.parse(line).id, JSON.parse(line).seq])).toEqual([
			['a2', 1],
			['a4', 2]
		]);
	});

	test('keeps instants of registration and start where a key in force needs them', () => {
		const rules = aRules({
			ranking: { round: [['startedAt', 'asc']], final: [['registeredAt', 'asc']] }
		});
		const keyed = aBundle({ contest: { rules } });
		const form = publicForm(sourceOf(keyed));
		expect(form.contest).toContain('registeredAt": "2026-10-01T01:00:00.000Z"');
		expect(publicBytes({ contest: form.contest, attempts: () => [form.attempts] })).toBe(
			bytesFor(keyed)
		);
	});
});

function publicBytes(source: { contest: string; attempts: () => string[] }): string {
	return bytesFor({
		contest: JSON.parse(source.contest),
		attempts: source.attempts().flatMap((text) => (text === '' ? [] : [JSON.parse(text)]))
	});
}
