import { expect, test } from 'vitest';
import { measure, spread } from './measure.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

test('percentiles are samples that were really seen: the smallest that covers the share', () => {
	const row = measure([{ samples: upTo(100).reverse(), errors: {}, tookMs: 2000 }]);
	expect(row).toEqual({
		done: 100,
		errors: 0,
		answeredWith: {},
		perSecond: 50,
		p50: 50,
		p95: 95,
		p99: 99,
		max: 100
	});
});

test('stretches of one row are put together, and errors count without being samples', () => {
	const row = measure([
		{ samples: [1, 3], errors: { '503 busy': 2 }, tookMs: 500 },
		{ samples: [2], errors: { '503 busy': 1, 'no answer': 1 }, tookMs: 500 }
	]);
	expect(row).toMatchObject({
		done: 3,
		errors: 4,
		answeredWith: { '503 busy': 3, 'no answer': 1 },
		perSecond: 3,
		p50: 2,
		max: 3
	});
});

test('a row without any answer is all zeros', () => {
	expect(measure([])).toMatchObject({ done: 0, perSecond: 0, p99: 0, max: 0 });
});

test('the ratio of several rounds is their median, with the least and the most', () => {
	expect(spread([0.7, 0.5, 0.9])).toEqual({ median: 0.7, least: 0.5, most: 0.9 });
	expect(spread([0.5, 0.7])).toEqual({ median: 0.6, least: 0.5, most: 0.7 });
	expect(spread([])).toBeNull();
});
