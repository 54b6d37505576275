import type { BundleSource } from './bundle.ts';
import { recompute, standingsText } from './recompute.ts';
import type { Standings } from './standings-document.ts';

// A small sound bundle for tests, and how to change one thing in it.

type Fields = Record<string, unknown>;

export interface RawBundle {
	readonly contest: Fields;
	readonly attempts: readonly Fields[];
}

export const OPENS = '2026-10-05T01:00:00.000Z';
export const SEED = '00ff'.repeat(16);

export function aRules(changes: Fields = {}): Fields {
	return {
		durationSeconds: 1200,
		attemptsMax: 3,
		select: 'best',
		prediction: { quantity: 'ALL_CORRECT_PEOPLE', rule: 'abs' },
		ranking: {
			round: [
				['score', 'desc'],
				['predictionError', 'asc'],
				['elapsed', 'asc'],
				['submittedAt', 'asc']
			],
			final: [
				['score', 'desc'],
				['elapsed', 'asc'],
				['attempts', 'asc'],
				['firstSubmittedAt', 'asc']
			]
		},
		onlyAllCorrect: false,
		prizes: [],
		scopes: { weekly: 'first' },
		collective: null,
		...changes
	};
}

export function aPrize(changes: Fields = {}): Fields {
	return { id: 'first', on: 'r1', quota: 1, tie: 'co_award', scope: 'weekly', ...changes };
}

export function aRound(changes: Fields = {}): Fields {
	return {
		id: 'r1',
		opensAt: OPENS,
		closesAt: '2026-10-11T13:00:00.000Z',
		maxScore: 10,
		draw: { commitment: 'a'.repeat(64), seed: SEED },
		...changes
	};
}

export function aUnit(changes: Fields = {}): Fields {
	return { id: 'u1', parentId: null, ranked: true, league: null, headcount: 10, ...changes };
}

export function aPerson(changes: Fields = {}): Fields {
	return {
		id: 'p1',
		unitId: 'u1',
		group: null,
		registeredAt: '2026-10-01T01:00:00.000Z',
		extraTime: [1, 1],
		extraAttempts: 0,
		excluded: null,
		...changes
	};
}

/** Submitted `elapsed` ms after it started; `elapsed` is no field of the full form. */
export function anAttempt({
	elapsed = 60_000,
	...changes
}: Fields & { elapsed?: number } = {}): Fields {
	const startedAt = String(changes['startedAt'] ?? '2026-10-05T02:00:00.000Z');
	return {
		id: 'a1',
		roundId: 'r1',
		personId: 'p1',
		seq: 1,
		startedAt,
		submittedAt: new Date(Date.parse(startedAt) + elapsed).toISOString(),
		status: 'submitted',
		score: 5,
		prediction: null,
		void: null,
		...changes
	};
}

export function aBundle(
	changes: { contest?: Fields; attempts?: readonly Fields[] } = {}
): RawBundle {
	return {
		contest: {
			format: 'khoabang.publication/1',
			form: 'full',
			version: 1,
			contest: { code: 'w1', title: 'W1', timeZone: 'Asia/Ho_Chi_Minh' },
			rules: aRules(),
			groups: [],
			rounds: [aRound()],
			units: [aUnit()],
			people: [aPerson()],
			...changes.contest
		},
		attempts: changes.attempts ?? [anAttempt()]
	};
}

export function sourceOf(bundle: RawBundle): BundleSource {
	return {
		contest: JSON.stringify(bundle.contest, null, '\t'),
		attempts: () => bundle.attempts.map((attempt) => JSON.stringify(attempt))
	};
}

/** The standings of a bundle that is sound. */
export function standingsFor(bundle: RawBundle): Standings {
	const done = recompute(sourceOf(bundle));
	if (!done.ok) throw new Error(JSON.stringify(done.problems));
	return done.standings;
}

export function bytesFor(bundle: RawBundle): string {
	return standingsText(standingsFor(bundle));
}

/** `file:line code field` of every problem. */
export function problemsFor(source: BundleSource): string[] {
	const done = recompute(source);
	return done.ok
		? []
		: done.problems.map(
				({ file, line, code, facts }) => `${file}:${line} ${code} ${facts['field'] ?? ''}`
			);
}
