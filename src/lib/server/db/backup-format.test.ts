import { expect, test } from 'vitest';
import { inLoadingOrder } from './backup-format.ts';

test('a table is loaded after those that its rows point to', () => {
	const order = inLoadingOrder([
		{ name: 'attempt', pointsTo: ['round', 'person'] },
		{ name: 'round', pointsTo: ['contest'] },
		{ name: 'contest', pointsTo: [] },
		{ name: 'person', pointsTo: ['person'] }
	]);
	expect(order).toEqual(['contest', 'person', 'round', 'attempt']);
});

test('tables that point at each other cannot be ordered', () => {
	const circle = [
		{ name: 'a', pointsTo: ['b'] },
		{ name: 'b', pointsTo: ['a'] }
	];
	expect(() => inLoadingOrder(circle)).toThrow('point at each other: a, b');
});
