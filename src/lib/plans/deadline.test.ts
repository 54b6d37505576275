import { describe, expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import { fitsRepeat, nextDue, type Deadline } from './deadline.ts';

const half: Deadline = { title: '6 tháng', before: '06-15', cutoff: '05-31', repeat: 'yearly' };
const month: Deadline = { title: 'Tháng', before: '05', cutoff: '31', repeat: 'monthly' };
const once: Deadline = {
	title: 'Năm 2021',
	before: '2021-12-01',
	cutoff: '2021-11-15',
	repeat: 'once'
};
const asked: Deadline = { title: 'Đột xuất', before: null, cutoff: null, repeat: 'on_request' };

describe('“trước ngày X” does not include X', () => {
	test.each<[Deadline, string, string, string, string]>([
		[half, '2024-01-01', '2024-06-15', '2024-06-14', '2024-05-31'],
		[half, '2024-06-14', '2024-06-15', '2024-06-14', '2024-05-31'],
		[half, '2024-06-15', '2025-06-15', '2025-06-14', '2025-05-31'],
		[month, '2024-03-04', '2024-03-05', '2024-03-04', '2024-02-29'],
		[month, '2024-03-05', '2024-04-05', '2024-04-04', '2024-03-31'],
		[month, '2024-12-31', '2025-01-05', '2025-01-04', '2024-12-31'],
		[{ ...month, before: '31' }, '2024-04-10', '2024-05-01', '2024-04-30', '2024-04-30'],
		[
			{ ...half, before: '01-15', cutoff: '12-31' },
			'2024-06-01',
			'2025-01-15',
			'2025-01-14',
			'2024-12-31'
		],
		[once, '2021-11-30', '2021-12-01', '2021-11-30', '2021-11-15']
	])('$before asked on %s', (deadline, from, before, lastDay, cutoff) => {
		expect(nextDue(deadline, day(from))).toEqual({ before, lastDay, cutoff });
	});

	test.each([
		[once, '2021-12-01'],
		[asked, '2024-01-01']
	])('and there may be no next one', (deadline, from) => {
		expect(nextDue(deadline, day(from))).toBeNull();
	});

	test('a deadline without a cut-off has none', () => {
		expect(nextDue({ ...half, cutoff: null }, day('2024-01-01'))?.cutoff).toBeNull();
	});
});

test.each([
	['15', 'monthly', true],
	['32', 'monthly', false],
	['06-15', 'yearly', true],
	['15', 'yearly', false],
	['2021-12-01', 'once', true],
	['12-01', 'once', false],
	[null, 'once', false],
	[null, 'on_request', true],
	['15', 'on_request', false]
] as const)('%s fits %s: %s', (text, repeat, fits) => {
	expect(fitsRepeat(text, repeat)).toBe(fits);
});
