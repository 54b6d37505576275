import { describe, expect, test } from 'vitest';
import { isNewer, judgeSave } from './writer-order.ts';

describe('the newest (writer, clientSeq) wins', () => {
	test.each([
		[[1, 1], [1, 2], false],
		[[1, 2], [1, 1], true],
		[[1, 1], [1, 1], false],
		[[2, 1], [1, 99], true],
		[[1, 99], [2, 1], false]
	] as const)('%j newer than %j: %s', (a, b, expected) => {
		expect(isNewer({ writer: a[0], clientSeq: a[1] }, { writer: b[0], clientSeq: b[1] })).toBe(
			expected
		);
	});
});

describe('what becomes of a save', () => {
	const newest = { writer: 2, clientSeq: 5 };
	test.each([
		['the first of a position is kept', { writer: 2, clientSeq: 1 }, 2, null, 'keep'],
		['a higher clientSeq is kept', { writer: 2, clientSeq: 6 }, 2, newest, 'keep'],
		['a gap in clientSeq does not matter', { writer: 2, clientSeq: 900 }, 2, newest, 'keep'],
		['the same again is known', { writer: 2, clientSeq: 5 }, 2, newest, 'known'],
		['an older one is known', { writer: 2, clientSeq: 4 }, 2, newest, 'known'],
		['no writer means the current one', { writer: null, clientSeq: 6 }, 2, newest, 'keep'],
		[
			'no writer and an older clientSeq is known',
			{ writer: null, clientSeq: 5 },
			2,
			newest,
			'known'
		],
		['a new writer may count from 1', { writer: 3, clientSeq: 1 }, 3, newest, 'keep'],
		['no writer after a resume is the new one', { writer: null, clientSeq: 1 }, 3, newest, 'keep'],
		['an older writer continues elsewhere', { writer: 1, clientSeq: 9 }, 2, newest, 'elsewhere'],
		['also where nothing is saved yet', { writer: 1, clientSeq: 9 }, 2, null, 'elsewhere'],
		['a writer that was never given', { writer: 3, clientSeq: 9 }, 2, newest, 'unknown-writer']
	] as const)('%s', (_, save, current, stored, expected) => {
		expect(judgeSave(save, { current, newest: stored })).toBe(expected);
	});
});
