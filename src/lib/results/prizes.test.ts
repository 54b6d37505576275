import { describe, expect, test } from 'vitest';
import { hmacSha256 } from '#lib/kernel/digest.ts';
import {
	aBundle,
	anAttempt,
	aPerson,
	aPrize,
	aRound,
	aRules,
	SEED,
	standingsFor
} from './bundle.fixture.ts';
import { awardPrizes, lotOf, type PrizeRule } from './prizes.ts';

const seed = Buffer.from(SEED, 'hex');

function aRule(changes: Partial<PrizeRule>): PrizeRule {
	const [on, group, scope, quota, minScore] = ['r1', null, 'weekly', 1, 0];
	return { id: 'prize', on, group, quota, minScore, scope, tie: 'co_award', ...changes };
}

/** A board from `rank:id:score` words. */
function winners(prizes: PrizeRule[], board: string) {
	const ranked = board.split(' ').map((word) => {
		const [rank, id, score] = word.split(':');
		return { rank: Number(rank), row: { id: String(id), score: Number(score) } };
	});
	return awardPrizes(prizes, { rankedFor: () => ranked, seedFor: () => seed }).map(
		({ prizeId, personId }) => `${prizeId}:${personId}`
	);
}

describe('a prize', () => {
	test('goes down the ranks until its quota is filled', () => {
		expect(winners([aRule({ quota: 2 })], '1:a:9 2:b:8 3:c:7')).toEqual(['prize:a', 'prize:b']);
	});

	test('with a tie at its edge is given to all of them by co_award', () => {
		expect(winners([aRule({ quota: 2 })], '1:a:9 2:b:8 2:c:8 4:d:1')).toEqual([
			'prize:a',
			'prize:b',
			'prize:c'
		]);
	});

	test('with a tie at its edge is drawn by the lowest HMAC of prize and person', () => {
		const lots = ['b', 'c', 'd'].map((id) => ({ id, lot: lotOf(seed, 'prize', id) }));
		const [lucky] = lots.sort((x, y) => (x.lot < y.lot ? -1 : 1));
		expect(winners([aRule({ quota: 2, tie: 'draw' })], '1:a:9 2:b:8 2:c:8 2:d:8')).toEqual(
			['a', String(lucky?.id)].sort().map((id) => `prize:${id}`)
		);
		expect(lotOf(seed, 'prize', 'b')).toBe(hmacSha256(seed, 'prize\nb').toString('hex'));
	});

	test('passes over those below its least score, whose ranks stay', () => {
		expect(winners([aRule({ quota: 3, minScore: 8 })], '1:a:9 2:b:8 3:c:7')).toEqual([
			'prize:a',
			'prize:b'
		]);
	});

	test('with quota 0 is given to nobody, even by co_award', () => {
		expect(winners([aRule({ quota: 0 })], '1:a:9')).toEqual([]);
	});

	test('of scope first passes over whoever holds an earlier one of that scope only', () => {
		const prizes = [
			aRule({ id: 'x' }),
			aRule({ id: 'y', quota: 2 }),
			aRule({ id: 'other', scope: 'overall' })
		];
		expect(winners(prizes, '1:a:9 2:b:8 3:c:7')).toEqual(['x:a', 'y:b', 'y:c', 'other:a']);
	});

	test('whose holders leave first still cuts the tie group that then stands at its edge', () => {
		const prizes = [aRule({ id: 'x' }), aRule({ id: 'y' })];
		expect(winners(prizes, '1:a:9 2:b:8 2:c:8')).toEqual(['x:a', 'y:b', 'y:c']);
	});
});

describe('in a contest with groups', () => {
	const bundle = aBundle({
		contest: {
			rules: aRules({
				prizes: [
					aPrize({ id: 'of-b', group: 'b' }),
					aPrize({ id: 'overall', quota: 2 }),
					aPrize({ id: 'last', on: 'final', tie: 'draw', quota: 3, scope: 'grand' })
				],
				scopes: { weekly: 'first', grand: 'first' }
			}),
			groups: [{ id: 'b' }, { id: 'a' }],
			rounds: [aRound()],
			people: ['p1', 'p2', 'p3'].map((id, i) => aPerson({ id, group: i === 0 ? 'a' : 'b' }))
		},
		attempts: ['p1', 'p2', 'p3'].map((personId, i) =>
			anAttempt({ id: `a${i}`, personId, score: 9 - i })
		)
	});

	test('a prize of a group looks at its rows, one of no group at everyone merged', () => {
		expect(standingsFor(bundle).prizes).toEqual([
			{ prizeId: 'of-b', personId: 'p2' },
			{ prizeId: 'overall', personId: 'p1' },
			{ prizeId: 'overall', personId: 'p3' },
			{ prizeId: 'last', personId: 'p1' },
			{ prizeId: 'last', personId: 'p2' },
			{ prizeId: 'last', personId: 'p3' }
		]);
	});

	test('every declared group prints in declared order, even an empty one', () => {
		const empty = {
			...bundle,
			contest: { ...bundle.contest, groups: [{ id: 'b' }, { id: 'c' }, { id: 'a' }] }
		};
		const [round] = standingsFor(empty).rounds;
		expect(round?.groups.map(({ group, rows }) => [group, rows.length])).toEqual([
			['b', 2],
			['c', 0],
			['a', 1]
		]);
	});
});
