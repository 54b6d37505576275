import { expect, test } from 'vitest';
import type { Item, ItemVersion } from '#lib/bank/item.ts';
import { day } from '#lib/kernel/instant.ts';
import { drawPaper } from './draw-paper.ts';
import { fullMarks, marksByPosition, scoreAttempt } from './score-attempt.ts';

const common = {
	stem: '?',
	topic: 'CDS.0',
	level: 'nhan_biet',
	sources: [],
	validFrom: day('2020-01-01'),
	validTo: null,
	weight: 1,
	status: 'approved'
} as const;
const parts = (ids: string) => [...ids].map((id) => ({ id, text: id }));

function aSingle(id: string): ItemVersion {
	const item: Item = { ...common, id, type: 'single', options: parts('abcd'), key: 'b' };
	return { id: `v-${id}`, bankCode: 'CDS', version: 1, item };
}
function aGroup(id: string): ItemVersion {
	const key = { a: true, b: false, c: true, d: false };
	const item: Item = {
		...common,
		id,
		type: 'trueFalseGroup',
		scoring: 'ladder_2025',
		statements: parts('abcd'),
		key
	};
	return { id: `v-${id}`, bankCode: 'CDS', version: 1, item };
}

const cells = [
	{ count: 2, marks: 1, versions: [aSingle('s1'), aSingle('s2')] },
	{ count: 1, marks: 20, versions: [aGroup('g1')] }
];
const paper = drawPaper(cells, Buffer.alloc(16, 'seed')) ?? [];
const versions = new Map(cells.flatMap((cell) => cell.versions).map((v) => [v.id, v]));
const itemOf = (id: string) => (versions.get(id) as ItemVersion).item;
const at = (id: string) => paper.find((entry) => entry.itemVersionId === id)?.position ?? 0;

test('full marks are the counts times the marks of the cells', () => {
	expect(fullMarks(cells)).toBe(22);
});

test('a score is the sum of the marks of the answers given, and unanswered is 0', () => {
	const responses = [
		{ position: at('v-s1'), response: 'b' },
		{ position: at('v-s2'), response: 'a' },
		{ position: at('v-g1'), response: { a: true, b: false, c: true, d: true } }
	];
	expect(scoreAttempt({ paper, itemOf }, responses)).toBe(1 + 0 + 10);
	expect(scoreAttempt({ paper, itemOf }, responses.slice(0, 1))).toBe(1);
	expect(scoreAttempt({ paper, itemOf }, [])).toBe(0);
	expect(scoreAttempt({ paper, itemOf }, [{ position: at('v-s1'), response: null }])).toBe(0);
});

test('every position has its marks, in order', () => {
	const responses = [{ position: at('v-s1'), response: 'b' }];
	const marks = marksByPosition({ paper, itemOf }, responses);
	expect(marks.map((mark) => mark.position)).toEqual([1, 2, 3]);
	expect(marks.filter((mark) => mark.marks > 0)).toEqual([
		{ position: at('v-s1'), marks: 1, of: 1 }
	]);
});
