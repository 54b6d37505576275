import { expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import { keepsCadence, wholeSpans } from './cadence.ts';
import { windowOf } from './window.ts';

const year2024 = (asOf: string) =>
	windowOf('year', { from: day('2021-01-01'), to: day('2026-01-01') }, day(asOf));

test('a month that as-of cuts does not count', () => {
	expect(wholeSpans(year2024('2024-02-29'), 'month')).toHaveLength(2);
	expect(wholeSpans(year2024('2024-02-28'), 'month')).toHaveLength(1);
	expect(wholeSpans(year2024('2024-01-30'), 'month')).toHaveLength(0);
});

test('weeks run from Monday to Sunday: 1 to 21 January 2024 holds three', () => {
	expect(wholeSpans(year2024('2024-01-21'), 'week').map((span) => span.from)).toEqual([
		'2024-01-01',
		'2024-01-08',
		'2024-01-15'
	]);
	expect(wholeSpans(year2024('2024-01-20'), 'week')).toHaveLength(2);
});

test('the window of a period begins with the plan, not with the year', () => {
	const window = windowOf('period', { from: day('2021-08-02'), to: null }, day('2024-12-31'));
	expect(window).toEqual({ from: '2021-08-02', to: '2025-01-01' });
	expect(wholeSpans(window, 'month')[0]?.from).toBe('2021-09-01');
});

test('a cadence is kept only when every whole span has enough, and never without a whole span', () => {
	const twice = { times: 2, per: 'month' } as const;
	const held = ['2024-01-03', '2024-01-20', '2024-02-10', '2024-02-29'].map((on) => day(on));
	expect(keepsCadence(held, twice, year2024('2024-02-29'))).toBe(true);
	expect(keepsCadence(held.slice(0, 3), twice, year2024('2024-02-29'))).toBe(false);
	expect(keepsCadence(held, twice, year2024('2024-01-15'))).toBe(false);
});
