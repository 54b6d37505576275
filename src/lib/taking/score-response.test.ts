import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Item, ScoringScheme } from '#lib/bank/item.ts';
import { losesPartialMarks } from '#lib/bank/scoring-schemes.ts';
import { showItem } from '#lib/bank/shown-item.ts';
import { responseError, type Response } from './response-shape.ts';
import { scoreResponse } from './score-response.ts';

const demoFile = new URL('../../demo/data/items.json', import.meta.url);
const demoItems: Item[] = JSON.parse(readFileSync(demoFile, 'utf8')).items;
const about = {
	id: 'x',
	stem: 'Câu hỏi',
	topic: 'CDS.0',
	level: 'nhan_biet',
	sources: [{ id: 'ktc', clause: null }],
	validFrom: '2020-01-01',
	validTo: null,
	weight: 1,
	status: 'approved'
};
const parts = (...ids: string[]) => ids.map((id) => ({ id, text: id }));
const anItem = (more: object): Item => Object.assign(JSON.parse('{}'), about, more);

const group = (scoring?: ScoringScheme) =>
	anItem({
		type: 'trueFalseGroup',
		statements: parts('a', 'b', 'c', 'd'),
		key: { a: true, b: true, c: false, d: true },
		...(scoring ? { scoring } : {})
	});
const multiple = (scoring: ScoringScheme) =>
	anItem({ type: 'multiple', options: parts('a', 'b', 'c', 'd'), key: ['a', 'c'], scoring });
const matching = (scoring: ScoringScheme) =>
	anItem({
		type: 'matching',
		left: parts('l1', 'l2', 'l3'),
		right: parts('r1', 'r2', 'r3', 'r4'),
		key: { l1: 'r4', l2: 'r1', l3: 'r2' },
		scoring
	});
const ordering = (scoring: ScoringScheme) =>
	anItem({ type: 'ordering', elements: parts('a', 'b', 'c'), key: ['c', 'a', 'b'], scoring });

/** k right statements of four. */
const rights = (k: number): Response =>
	Object.fromEntries(
		['a', 'b', 'c', 'd'].map((id, i) => [id, (id === 'c' ? false : true) === i < k])
	);

const ladder: [number, number, number][] = [
	[20, 0, 0],
	[20, 1, 2],
	[20, 2, 5],
	[20, 3, 10],
	[20, 4, 20],
	[1, 1, 0],
	[1, 3, 0],
	[1, 4, 1],
	[7, 1, 0],
	[7, 2, 1],
	[7, 3, 3],
	[7, 4, 7]
];
test.each(ladder)('ladder_2025: of %i marks, %i right statements give %i', (weight, k, marks) => {
	expect(scoreResponse(group('ladder_2025'), rights(k), weight)).toBe(marks);
});

const table: [string, Item, Response, number, number][] = [
	['a group all right', group(), rights(4), 20, 20],
	['a group with one wrong, all or nothing', group(), rights(3), 20, 0],
	['a group per part', group('per_part'), rights(3), 10, 7],
	['a statement left open is not right', group('per_part'), { c: false }, 4, 1],
	['both ticks and no other', multiple('all_or_nothing'), ['c', 'a'], 2, 2],
	['a tick too many', multiple('all_or_nothing'), ['a', 'b', 'c'], 2, 0],
	['a tick too few', multiple('all_or_nothing'), ['a'], 2, 0],
	['a tick too few, per part', multiple('per_part'), ['a'], 4, 3],
	['ticking everything, per part', multiple('per_part'), ['a', 'b', 'c', 'd'], 4, 2],
	['ticking nothing is not an answer', multiple('per_part'), [], 4, 0],
	['all pairs', matching('all_or_nothing'), { l1: 'r4', l2: 'r1', l3: 'r2' }, 3, 3],
	['two pairs of three', matching('per_part'), { l1: 'r4', l2: 'r1', l3: 'r3' }, 3, 2],
	['two pairs of three, all or nothing', matching('all_or_nothing'), { l1: 'r4', l2: 'r1' }, 3, 0],
	['the right order', ordering('all_or_nothing'), ['c', 'a', 'b'], 1, 1],
	['two swapped', ordering('all_or_nothing'), ['c', 'b', 'a'], 1, 0],
	['places that are right count, per part', ordering('per_part'), ['c', 'b', 'a'], 3, 1]
];
test.each(table)('%s', (_, item, response, weight, marks) => {
	expect(scoreResponse(item, response, weight)).toBe(marks);
});

const number = (key: string, tolerance: string) => anItem({ type: 'numeric', key, tolerance });
const numbers: [string, string, string, boolean][] = [
	['20', '0', '20', true],
	['20', '0', ' 20,0 ', true],
	['20', '0', '20.000000000000000000001', false],
	['20', '0', '+20', true],
	['-11.7', '0.02', '-11,72', true],
	['-11.7', '0.02', '\u221211,72', true],
	['-11.7', '0.02', '-11,7200001', false],
	['0.3', '0', '.3', true],
	['0.1', '0.2', '0,3', true],
	['9007199254740993', '0', '9007199254740992', false],
	['9007199254740993', '0', '9007199254740993,0', true],
	['20', '0', '1.000,5', false],
	['20', '0', '2e1', false],
	['20', '0', '20%', false],
	['20', '0', 'hai mươi', false],
	['20', '0', '.', false],
	['0', '0', '-0', true]
];
test.each(numbers)('a number: key %s ± %s and "%s"', (key, tolerance, typed, right) => {
	expect(scoreResponse(number(key, tolerance), typed, 1)).toBe(right ? 1 : 0);
});

const short = (more: object) => anItem({ type: 'shortAnswer', accept: [], ...more });
const texts: [string, object, string, boolean][] = [
	['white space and case', { key: 'Dữ liệu mở' }, '  dữ   LIỆU mở', true],
	['decomposed marks', { key: 'Dữ liệu mở' }, 'dữ liệu mở'.normalize('NFD'), true],
	['another accepted text', { key: '10/10', accept: ['10 tháng 10'] }, '10 tháng 10', true],
	['a text not accepted', { key: '10/10', accept: ['10 tháng 10'] }, '10 tháng 1', false],
	['marks count', { key: 'chữ ký số' }, 'chu ky so', false],
	[
		'marks left out where they may be',
		{ key: 'chữ ký số', ignoreDiacritics: true },
		'Chu ky so',
		true
	],
	['đ without its bar', { key: 'Đề án', ignoreDiacritics: true }, 'de an', true],
	['case counts', { key: 'VNeID', caseSensitive: true }, 'vneid', false],
	[
		'case counts, marks not',
		{ key: 'Đề án', caseSensitive: true, ignoreDiacritics: true },
		'De an',
		true
	],
	['where the tone stands: hoà', { key: 'hòa bình' }, 'hoà bình', true],
	['where the tone stands: khỏe', { key: 'sức khoẻ' }, 'sức khỏe', true],
	['where the tone stands: thuỷ', { key: 'đường thủy' }, 'đường thuỷ', true],
	['another tone is another word', { key: 'hòa' }, 'hóa', false],
	['a hat is no tone', { key: 'tân' }, 'tan', false]
];
test.each(texts)('a short answer: %s', (_, more, typed, right) => {
	expect(scoreResponse(short(more), typed, 1)).toBe(right ? 1 : 0);
});

test('every key of the demo bank is a response to its own item and earns its weight', () => {
	for (const item of demoItems) {
		expect(
			responseError(
				showItem(item, (text) => text),
				item.key
			)
		).toBeNull();
		expect(scoreResponse(item, item.key)).toBe(item.weight);
	}
});

/** Any response that response-shape.ts takes. */
function responseTo(item: Item): fc.Arbitrary<Response> {
	const ids = (list: readonly { id: string }[]) => list.map((part) => part.id);
	switch (item.type) {
		case 'single':
			return fc.constantFrom(...ids(item.options));
		case 'multiple':
			return fc.subarray(ids(item.options));
		case 'trueFalseGroup':
			return fc.dictionary(fc.constantFrom(...ids(item.statements)), fc.boolean());
		case 'matching':
			return fc.dictionary(fc.constantFrom(...ids(item.left)), fc.constantFrom(...ids(item.right)));
		case 'ordering':
			return fc.shuffledSubarray(ids(item.elements), { minLength: item.elements.length });
		case 'numeric':
		case 'shortAnswer':
			return fc.oneof(fc.string(), fc.constant(item.key));
	}
}
const answered = fc
	.constantFrom(...demoItems)
	.chain((item) => fc.tuple(fc.constant(item), responseTo(item), fc.integer({ min: 1, max: 100 })));

test('marks are whole, from 0 to the weight', () => {
	fc.assert(
		fc.property(answered, ([item, response, weight]) => {
			const marks = scoreResponse(item, response, weight);
			expect(Number.isInteger(marks) && marks >= 0 && marks <= weight).toBe(true);
		}),
		{ numRuns: 2000 }
	);
});

test('the order in which parts are shown changes no mark', () => {
	const turned = (item: Item): Item =>
		Object.fromEntries(
			Object.entries(item).map(([name, value]) =>
				['options', 'statements', 'left', 'right', 'elements'].includes(name)
					? [name, (value as unknown[]).toReversed()]
					: [name, value]
			)
		) as Item;
	fc.assert(
		fc.property(answered, ([item, response, weight]) => {
			expect(scoreResponse(turned(item), response, weight)).toBe(
				scoreResponse(item, response, weight)
			);
		}),
		{ numRuns: 1000 }
	);
});

test('an unanswered item earns nothing under every scheme', () => {
	const empties: Response[] = [null, '', ' \t', [], {}];
	for (const item of demoItems)
		for (const empty of empties) expect(scoreResponse(item, empty, 20)).toBe(0);
});

test('the gate sees where few marks would swallow what is partly right', () => {
	expect(losesPartialMarks(group('ladder_2025'), 1)).toBe(true);
	expect(losesPartialMarks(group('ladder_2025'), 9)).toBe(true);
	expect(losesPartialMarks(group('ladder_2025'), 10)).toBe(false);
	expect(losesPartialMarks(matching('per_part'), 2)).toBe(true);
	expect(losesPartialMarks(matching('per_part'), 3)).toBe(false);
	expect(losesPartialMarks(group(), 1)).toBe(false);
});
