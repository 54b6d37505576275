import { expect, test } from 'vitest';
import { day, instant } from '#lib/kernel/instant.ts';
import { closedWithin, windowOf } from './window.ts';

const plan = { from: day('2023-06-01'), to: day('2026-01-01') };
const asOf = day('2024-12-30');

test('a year begins on its first day, a period with the plan; both end with as-of', () => {
	expect(windowOf('year', plan, asOf)).toEqual({ from: '2024-01-01', to: '2024-12-31' });
	expect(windowOf('period', plan, asOf)).toEqual({ from: '2023-06-01', to: '2024-12-31' });
});

test.each([
	['on the last minute of as-of', '2024-12-30T23:59:00+07:00', true],
	['at the midnight that ends as-of', '2024-12-31T00:00:00+07:00', true],
	['after as-of', '2024-12-31T00:00:01+07:00', false],
	['on the first day of the year', '2024-01-01T08:00:00+07:00', true],
	['at the midnight that ended the year before', '2024-01-01T00:00:00+07:00', false],
	['the year before', '2023-12-20T20:00:00+07:00', false]
])('a contest that closed %s counts for the year: %s', (_when, closedAt, counts) => {
	const closed = instant(new Date(closedAt).toISOString());
	expect(closedWithin({ closedAt: closed }, windowOf('year', plan, asOf))).toBe(counts);
});
