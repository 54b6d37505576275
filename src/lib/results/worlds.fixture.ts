import fc from 'fast-check';
import { seededDraws, shuffled } from '#lib/kernel/random.ts';
import { rank } from '#lib/standings/rank.ts';
import { finalRows, roundRows, type BoardRow, type PersonTallies } from '#lib/standings/board.ts';
import type { RankingChain } from '#lib/standings/ranking-keys.ts';
import { foldAttempts } from './attempts-file.ts';
import {
	aPerson,
	aPrize,
	aRound,
	aRules,
	aUnit,
	sourceOf,
	type RawBundle
} from './bundle.fixture.ts';
import { readContest, type BundleContest } from './bundle.ts';

// Small contests for property tests, in which few different values make ties frequent.

export interface World {
	readonly bundle: RawBundle;
	/** For whatever else a property picks. */
	readonly salt: number;
}

const DAY = 86_400_000;
const START = Date.parse('2026-10-05T01:00:00.000Z');
const GROUPS = ['g1', 'g2'];
const chains: readonly RankingChain[] = [
	[['score', 'desc']],
	[
		['score', 'desc'],
		['predictionError', 'asc']
	],
	[
		['score', 'desc'],
		['elapsed', 'asc']
	],
	[
		['score', 'desc'],
		['attempts', 'asc'],
		['perfect', 'desc']
	],
	[
		['score', 'desc'],
		['predictionError', 'desc'],
		['elapsed', 'asc'],
		['submittedAt', 'asc']
	]
];

const attempt = fc.record({
	person: fc.nat(8),
	round: fc.nat(1),
	seq: fc.constantFrom(1, 1, 1, 2, 2, 3, 4),
	score: fc.constantFrom(1, 2, 3, 3, 3),
	elapsed: fc.constantFrom(1000, 1500, 2000),
	start: fc.constantFrom(0, 0, 0, 0, 0, 1000, -1, DAY),
	auto: fc.nat(9).map((n) => n === 0),
	voided: fc.nat(9).map((n) => n === 0),
	prediction: fc.constantFrom(null, 1, 1, 4)
});

const person = fc.record({
	unit: fc.nat(4),
	group: fc.nat(1),
	registered: fc.nat(3),
	slow: fc.nat(4).map((n) => n === 0),
	extraAttempts: fc.constantFrom(0, 0, 1),
	excluded: fc.constantFrom(null, null, null, null, null, 'organiser', 'disqualified')
});

const prize = fc.record({
	on: fc.constantFrom('r1', 'r2', 'final'),
	group: fc.option(fc.constantFrom(...GROUPS), { freq: 1 }),
	quota: fc.integer({ min: 1, max: 3 }),
	minScore: fc.constantFrom(0, 0, 1),
	tie: fc.constantFrom('co_award', 'draw'),
	scope: fc.constantFrom('weekly', 'grand')
});

const plan = fc.record({
	salt: fc.nat(),
	grouped: fc.boolean(),
	attemptsMax: fc.integer({ min: 1, max: 3 }),
	select: fc.constantFrom('best', 'best', 'last', 'first'),
	chain: fc.constantFrom(...chains),
	quantity: fc.constantFrom('ALL_CORRECT_PEOPLE', 'PARTICIPANTS'),
	rule: fc.constantFrom('abs', 'not_over'),
	parents: fc.tuple(fc.constant(0), fc.nat(0), fc.nat(1), fc.nat(2), fc.nat(3)),
	people: fc.array(person, { minLength: 9, maxLength: 9 }),
	prizes: fc.array(prize, { minLength: 3, maxLength: 4 }),
	attempts: fc.uniqueArray(attempt, {
		minLength: 16,
		maxLength: 30,
		selector: (one) => `${one.person}/${one.round}/${one.seq}`
	})
});
type Plan = typeof plan extends fc.Arbitrary<infer P> ? P : never;

export const worlds: fc.Arbitrary<World> = plan.map((made) => ({
	salt: made.salt,
	bundle: {
		contest: {
			format: 'khoabang.publication/1',
			form: 'full',
			version: 1,
			contest: { code: 'w' },
			rules: rulesOf(made),
			groups: made.grouped ? GROUPS.map((id) => ({ id })) : [],
			rounds: ['r1', 'r2'].map((id, index) => roundOf(id, index)),
			units: made.parents.map((parent, index) =>
				aUnit({ id: `u${index}`, parentId: index === 0 ? null : `u${parent}`, headcount: 4 })
			),
			people: made.people.map((one, index) => personOf(one, index, made.grouped))
		},
		attempts: made.attempts.map(attemptOf)
	}
}));

function rulesOf(made: Plan) {
	const { attemptsMax, select, chain, quantity, rule } = made;
	return aRules({
		durationSeconds: 2,
		attemptsMax,
		select,
		prediction: { quantity, rule },
		ranking: {
			round: chain,
			final: [
				['score', 'desc'],
				['attempts', 'asc']
			]
		},
		prizes: made.prizes.map((one, index) =>
			aPrize({ ...one, id: `prize${index}`, group: made.grouped ? one.group : null })
		),
		scopes: { weekly: 'first', grand: 'first' },
		collective: { formula: 'M2' }
	});
}

function roundOf(id: string, index: number) {
	const opens = START + index * DAY;
	const instants = { opensAt: iso(opens), closesAt: iso(opens + DAY) };
	return aRound({ id, ...instants, maxScore: 3 });
}

function personOf(one: Plan['people'][number], index: number, grouped: boolean) {
	return aPerson({
		id: `p${index}`,
		unitId: `u${one.unit}`,
		group: grouped ? GROUPS[one.group] : null,
		registeredAt: iso(START - one.registered * DAY),
		extraTime: one.slow ? [3, 2] : [1, 1],
		extraAttempts: one.extraAttempts,
		excluded: one.excluded
	});
}

function attemptOf(one: Plan['attempts'][number], index: number) {
	const startedAt = START + one.round * DAY + one.start;
	return {
		id: `a${index}`,
		roundId: `r${one.round + 1}`,
		personId: `p${one.person}`,
		seq: one.seq,
		startedAt: iso(startedAt),
		submittedAt: iso(startedAt + one.elapsed),
		status: one.auto ? 'auto' : 'submitted',
		score: one.score,
		prediction: one.prediction,
		void: one.voided ? 'lý do' : null
	};
}

function iso(ms: number): string {
	return new Date(ms).toISOString();
}

export interface Known {
	readonly contest: BundleContest;
	readonly people: readonly PersonTallies[];
}

/** The world as the rules see it. */
export function known({ bundle }: World): Known {
	const source = sourceOf(bundle);
	const { raw, contest, problems } = readContest(source.contest);
	if (contest === null) throw new Error(JSON.stringify(problems));
	return { contest, people: foldAttempts(source, raw, contest).people };
}

/** The unranked rows of every board: each round's, then the final's. */
export function boardsOf({ contest, people }: Known): BoardRow[][] {
	const { rules, rounds } = contest;
	const maxScores = rounds.map((round) => round.maxScore);
	const durationMs = rules.durationSeconds * 1000;
	return [
		...rounds.map(({ maxScore }, index) => [
			...roundRows(people, { index, maxScore, prediction: rules.prediction }).rows
		]),
		finalRows(people, { maxScores, durationMs })
	];
}

/** Does some prize's quota end inside a group of equals? (Scopes and least scores aside.) */
export function tiesAtPrizeEdge(world: World): boolean {
	const facts = known(world);
	const { rules, rounds } = facts.contest;
	const boards = boardsOf(facts);
	return rules.prizes.some((prize) => {
		const final = prize.on === 'final';
		const at = final ? rounds.length : rounds.findIndex((round) => round.id === prize.on);
		const rows = (boards[at] ?? []).filter((row) => !prize.group || row.group === prize.group);
		const ranked = rank(rows, final ? rules.ranking.final : rules.ranking.round);
		const [last, next] = [ranked[prize.quota - 1], ranked[prize.quota]];
		return last !== undefined && next !== undefined && last.rank === next.rank;
	});
}

/** The same contest, written in another order: attempts, people and units. */
export function reordered({ bundle, salt }: World): RawBundle {
	const draws = seededDraws(Buffer.from(String(salt)), 'order');
	const { people, units } = bundle.contest;
	return {
		contest: {
			...bundle.contest,
			people: shuffled(people as unknown[], draws),
			units: shuffled(units as unknown[], draws)
		},
		attempts: shuffled(bundle.attempts, draws)
	};
}
