import { expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import { plansWords } from '#lib/messages/plans.ts';
import type { IndicatorDefinition } from '#lib/plans/indicator.ts';
import { deadlineText, periodText, targetText } from './plan-text.ts';

const w = plansWords.vi;

test('the last day of a period is the day before its end', () => {
	const period = { periodFrom: day('2024-01-01'), periodTo: day('2025-01-01') };
	expect(periodText(period, w, 'vi')).toBe('từ 01/01/2024 đến hết 31/12/2024');
});

test.each<[Pick<IndicatorDefinition, 'direction' | 'target'>, string]>([
	[{ direction: 'ge', target: [4, 5] }, 'ít nhất 80%'],
	[{ direction: 'gt', target: [4, 5] }, 'trên 80%'],
	[{ direction: 'eq', target: [1, 1] }, '100%'],
	[{ direction: 'ge', target: [1, 3] }, 'ít nhất 33,33%'],
	[{ direction: 'range', target: [2, 3] }, 'từ 2 đến 3'],
	[{ direction: 'rank', target: 10 }, 'hạng 10 trở lên'],
	[{ direction: 'none', target: null }, 'không nêu mức']
])('a target is said in words: %j', (indicator, text) => {
	expect(targetText(indicator, w, 'vi')).toBe(text);
});

test.each([
	['06-15', 'yearly', 'hằng năm, trước ngày 15/6'],
	['05', 'monthly', 'hằng tháng, trước ngày 5'],
	['2021-12-01', 'once', 'một lần, trước ngày 01/12/2021'],
	[null, 'on_request', 'khi có yêu cầu']
] as const)('a deadline is said in words: %s %s', (before, repeat, text) => {
	expect(deadlineText({ title: 't', before, cutoff: null, repeat }, w, 'vi')).toBe(text);
});
