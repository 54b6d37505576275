import { expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import { defaultAsOf, yearEnds } from './default-day.ts';

const plan = { periodFrom: day('2023-07-17'), periodTo: day('2026-01-01') };

test.each([
	['2024-05-06', '2024-05-06'],
	['2025-12-31', '2025-12-31'],
	['2026-01-01', '2025-12-31'],
	['2026-11-05', '2025-12-31']
])('on %s a plan until the end of 2025 is judged as of %s', (today, asOf) => {
	expect(defaultAsOf(plan, day(today))).toBe(asOf);
});

test('each begun year of the period is judged at its end, the running one today', () => {
	expect(yearEnds(plan, day('2024-05-06'))).toEqual([
		{ year: '2023', asOf: '2023-12-31' },
		{ year: '2024', asOf: '2024-05-06' }
	]);
	expect(yearEnds(plan, day('2026-11-05')).map(({ asOf }) => asOf)).toEqual([
		'2023-12-31',
		'2024-12-31',
		'2025-12-31'
	]);
	expect(yearEnds(plan, day('2022-01-01'))).toEqual([]);
});
