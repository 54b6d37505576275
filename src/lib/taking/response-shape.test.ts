import { describe, expect, test } from 'vitest';
import type { ShownItem } from '#lib/bank/shown-item.ts';
import { LONGEST_ANSWER, responseError } from './response-shape.ts';

const parts = (...ids: string[]) => ids.map((id) => ({ id, text: id }));
const single: ShownItem = { type: 'single', stem: '', options: parts('a', 'b') };
const multiple: ShownItem = { type: 'multiple', stem: '', options: parts('a', 'b', 'c') };
const group: ShownItem = { type: 'trueFalseGroup', stem: '', statements: parts('a', 'b', 'c/d') };
const matching: ShownItem = {
	type: 'matching',
	stem: '',
	left: parts('l1', 'l2'),
	right: parts('r1', 'r2', 'r3')
};
const ordering: ShownItem = { type: 'ordering', stem: '', elements: parts('a', 'b', 'c') };
const numeric: ShownItem = { type: 'numeric', stem: '', unit: '%' };
const short: ShownItem = { type: 'shortAnswer', stem: '' };
const everyType = [single, multiple, group, matching, ordering, numeric, short];

const accepted: [string, ShownItem, unknown][] = [
	['one option', single, 'b'],
	['some options', multiple, ['c', 'a']],
	['no option ticked', multiple, []],
	['a group partly answered', group, { a: true }],
	['a group fully answered', group, { a: true, b: false, 'c/d': false }],
	['some pairs', matching, { l2: 'r3' }],
	['one right side used twice, as somebody still choosing does', matching, { l1: 'r1', l2: 'r1' }],
	['every element in some order', ordering, ['c', 'a', 'b']],
	['a number with a comma', numeric, '3,5'],
	['a number field with words in it, kept as typed', numeric, 'ba phẩy năm'],
	['a text of a thousand characters', short, '𝟏'.repeat(LONGEST_ANSWER)],
	['an emptied text', short, '']
];
test.each(accepted)('%s is accepted', (_, item, response) => {
	expect(responseError(item, response)).toBeNull();
});

test.each(everyType.map((item) => [item.type, item] as const))('null clears a %s', (_, item) => {
	expect(responseError(item, null)).toBeNull();
});

const refused: [string, ShownItem, unknown, string, string][] = [
	['an option of no such id', single, 'z', '/response', 'unknown-id'],
	['a list for one option', single, ['a'], '/response', 'wrong-shape'],
	['a number for one option', single, 1, '/response', 'wrong-shape'],
	['nothing at all', single, undefined, '/response', 'wrong-shape'],
	['an unknown tick', multiple, ['a', 'z'], '/response/1', 'unknown-id'],
	['a tick twice', multiple, ['a', 'a'], '/response/1', 'repeated-id'],
	['a tick that is no text', multiple, [true], '/response/0', 'wrong-shape'],
	['ticks as an object', multiple, { a: true }, '/response', 'wrong-shape'],
	['an unknown statement', group, { z: true }, '/response', 'unknown-id'],
	['a statement answered by a word', group, { 'c/d': 'true' }, '/response/c~1d', 'wrong-shape'],
	['a group as a list', group, [true], '/response', 'wrong-shape'],
	[
		'a prototype as a statement',
		group,
		JSON.parse('{"__proto__":true}'),
		'/response',
		'unknown-id'
	],
	['a method name as a statement', group, { constructor: true }, '/response', 'unknown-id'],
	['an unknown right side', matching, { l1: 'r9' }, '/response/l1', 'unknown-id'],
	['an unknown left side', matching, { l9: 'r1' }, '/response', 'unknown-id'],
	['a right side that is no text', matching, { l1: null }, '/response/l1', 'wrong-shape'],
	['an ordering that leaves one out', ordering, ['a', 'b'], '/response', 'missing-id'],
	['an ordering that repeats one', ordering, ['a', 'b', 'b'], '/response/2', 'repeated-id'],
	['an empty ordering', ordering, [], '/response', 'missing-id'],
	['a JSON number for a typed number', numeric, 3.5, '/response', 'wrong-shape'],
	['1,001 characters', short, 'x'.repeat(LONGEST_ANSWER + 1), '/response', 'too-long'],
	['NUL', short, 'a\0b', '/response', 'unstorable-text'],
	['a lone surrogate', numeric, '\ud800', '/response', 'unstorable-text'],
	['NUL in an option id', single, 'a\0', '/response', 'unknown-id']
];
test.each(refused)('%s is refused at its place', (_, item, response, pointer, code) => {
	expect(responseError(item, response)).toEqual({ pointer, code });
});

describe('in a batch', () => {
	test('the place is counted from where the response stands', () => {
		expect(responseError(multiple, ['z'], '/responses/4/response')).toEqual({
			pointer: '/responses/4/response/0',
			code: 'unknown-id'
		});
	});
});
