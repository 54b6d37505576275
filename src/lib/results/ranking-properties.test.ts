import { expect } from 'vitest';
import { canonicalJson } from '#lib/kernel/canonical-json.ts';
import type { BoardRow } from '#lib/standings/board.ts';
import { rank, type Ranked } from '#lib/standings/rank.ts';
import { comparing, type KeyFacts, type RankingChain } from '#lib/standings/ranking-keys.ts';
import { bytesFor, standingsFor, type RawBundle } from './bundle.fixture.ts';
import { holds } from './property.fixture.ts';
import type { Standings } from './standings-document.ts';
import { boardsOf, known, reordered } from './worlds.fixture.ts';

type Comparing = (chain: RankingChain) => (a: BoardRow, b: BoardRow) => number;

holds<Comparing>(
	'R1 a chain is a total preorder in which ties are allowed',
	{
		real: comparing,
		faulty: (chain) => (a, b) => comparing(chain)(a, b) || (a.predictionError === null ? 1 : 0)
	},
	(compareBy, world) => {
		const facts = known(world);
		const compare = compareBy(facts.contest.rules.ranking.round);
		const rows = (boardsOf(facts)[0] ?? []).slice(0, 6);
		for (const a of rows) {
			expect(compare(a, { ...a, id: 'another', attemptId: 'another' })).toBe(0);
			for (const b of rows) {
				expect(compare(a, b) + compare(b, a)).toBe(0);
				for (const c of rows)
					if (compare(a, b) <= 0 && compare(b, c) <= 0)
						expect(compare(a, c)).toBeLessThanOrEqual(0);
			}
		}
	}
);

/** Stores rows that share a rank in the order in which their attempts came. */
function storedAsTheyCame(bundle: RawBundle): string {
	const came = bundle.attempts.map((attempt) => attempt['personId']);
	const standings = standingsFor(bundle);
	const groups = standings.final.groups.map(({ group, rows }) => ({
		group,
		rows: rows.toSorted(
			(a, b) => a.rank - b.rank || came.indexOf(a.personId) - came.indexOf(b.personId)
		)
	}));
	return canonicalJson({ ...standings, final: { groups } });
}

holds(
	'R2 the order of the input never changes the output',
	{ real: bytesFor, faulty: storedAsTheyCame },
	(bytes, world) => {
		const text = bytes(world.bundle);
		expect(bytes(reordered(world))).toBe(text);
		expect(text.trimEnd()).toBe(canonicalJson(JSON.parse(text)));
	}
);

type Rank = (rows: readonly BoardRow[], chain: RankingChain) => Ranked<BoardRow>[];
const byPredictionFirst: RankingChain = [['predictionError', 'asc']];

holds<Rank>(
	'R5 fewer marks never stand above more, whatever the prediction',
	{ real: rank, faulty: (rows, chain) => rank(rows, [...byPredictionFirst, ...chain]) },
	(ranking, world) => {
		const facts = known(world);
		for (const board of boardsOf(facts)) {
			const ranked = ranking(board, facts.contest.rules.ranking.round);
			for (const a of ranked)
				for (const b of ranked)
					if (a.row.score < b.row.score) expect(a.rank).toBeGreaterThan(b.rank);
		}
	}
);

type StandingsOf = (bundle: RawBundle) => Standings;

/** One row of the first round's boards, picked by the salt. */
function somebody(standings: Standings, salt: number) {
	const rows = standings.rounds[0]?.groups.flatMap((group) => group.rows) ?? [];
	return rows[salt % Math.max(1, rows.length)];
}

function withVoided(bundle: RawBundle, attemptId: string): RawBundle {
	const attempts = bundle.attempts.map((attempt) =>
		attempt['id'] === attemptId ? { ...attempt, void: 'lý do' } : attempt
	);
	return { ...bundle, attempts };
}

holds<StandingsOf>(
	'R7 voiding the best attempt leaves the next best, or the person leaves',
	{
		real: standingsFor,
		faulty: (bundle) =>
			standingsFor({ ...bundle, attempts: bundle.attempts.map((a) => ({ ...a, void: null })) })
	},
	(standingsOf, { bundle, salt }) => {
		const best = {
			...bundle.contest,
			rules: { ...Object(bundle.contest['rules']), select: 'best' }
		};
		const before = somebody(standingsOf({ ...bundle, contest: best }), salt);
		if (before === undefined) return;
		const voided = withVoided({ ...bundle, contest: best }, before.attemptId);
		const after = standingsOf(voided)
			.rounds[0]?.groups.flatMap((group) => group.rows)
			.find((row) => row.personId === before.personId);
		if (before.attempts === 1) return expect(after).toBeUndefined();
		expect(after?.attempts).toBe(before.attempts - 1);
		expect(after?.attemptId).not.toBe(before.attemptId);
		const rowOf = (row: typeof before) => [-row.score, row.elapsed, Date.parse(row.submittedAt)];
		expect(after && firstDifference(rowOf(before), rowOf(after))).toBeLessThanOrEqual(0);
	}
);

function firstDifference(a: readonly number[], b: readonly number[]): number {
	return a.map((value, index) => value - (b[index] ?? 0)).find((by) => by !== 0) ?? 0;
}

const dense: Rank = (rows, chain) => {
	const ranked = rank(rows, chain);
	const ranks = [...new Set(ranked.map((one) => one.rank))];
	return ranked.map((one) => ({ ...one, rank: ranks.indexOf(one.rank) + 1 }));
};

holds<Rank>(
	'R9 a rank is one more than the number of rows strictly better',
	{ real: rank, faulty: dense },
	(ranking, world) => {
		const facts = known(world);
		const chain = facts.contest.rules.ranking.round;
		const isBetter = (a: KeyFacts, b: KeyFacts) => comparing(chain)(a, b) < 0;
		for (const board of boardsOf(facts))
			for (const { rank, row } of ranking(board, chain))
				expect(rank).toBe(1 + board.filter((other) => isBetter(other, row)).length);
	}
);
