import { expect, test } from 'vitest';
import type { RoundSummary } from '#lib/contest/contest-summary.ts';
import { instant } from '#lib/kernel/instant.ts';
import { boardAsked, withQuery } from './board-asked.ts';

const round = (key: string, phase: RoundSummary['phase']): RoundSummary => ({
	id: key,
	key,
	title: key,
	kind: 'week',
	opensAt: instant('2026-10-05T01:00:00Z'),
	closesAt: instant('2026-10-11T13:00:00Z'),
	phase
});
const closed = round('r1', 'closed');
const open = round('r2', 'open');
const upcoming = round('r3', 'upcoming');

test.each([
	['the open round', [closed, open, upcoming], null, 'r2'],
	['between two rounds, the one that closed last', [closed, upcoming], null, 'r1'],
	['before the first, that one', [upcoming], null, 'r3'],
	['the one asked for', [closed, open], 'r1', 'r1'],
	['the final, by the last round', [closed, open], 'final', 'r2']
])('a page shows %s', (_, rounds, asked, key) => {
	expect(boardAsked(rounds, asked)?.round.key).toBe(key);
});

test('a round that is not there is no board', () => {
	expect(boardAsked([closed], 'r9')).toBeNull();
	expect(boardAsked([], null)).toBeNull();
});

test('another filter begins at the first page again', () => {
	const params = new URLSearchParams('round=r1&group=A&cursor=50&compare=2');
	expect(withQuery(params, { group: 'B' })).toBe('?round=r1&group=B');
	expect(withQuery(params, { group: null })).toBe('?round=r1');
	expect(withQuery(params, { cursor: '100' })).toBe('?round=r1&group=A&cursor=100');
	expect(withQuery(new URLSearchParams('group=A'), { group: null })).toBe('?');
});
