import { expect, test } from 'vitest';
import { z } from 'zod';
import { readJsonFile } from './json-file.ts';

const shape = z.strictObject({
	kind: z.enum(['a', 'b']),
	days: z.array(z.string().refine((text) => text !== 'never', 'not-a-day'))
});

test('a file of the right shape is read', () => {
	expect(readJsonFile('{"kind":"a","days":[]}', shape)).toMatchObject({
		value: { kind: 'a', days: [] },
		notes: []
	});
});

test.each([
	['{"kind":"a"\n', 2, 'json-ended', undefined],
	['{"kind":"c",\n"days":[]}', 1, 'unknown-word', 'kind'],
	['{"kind":"a",\n"days":["x",\n"never"]}', 3, 'not-a-day', 'days/1'],
	['{"kind":"a"}', 1, 'missing-field', 'days'],
	['{"kind":"a","days":[],\n"more":1}', 2, 'unknown-field', 'more'],
	['{"kind":"a",\n"days":7}', 2, 'bad-field', 'days']
])('what is wrong in %j is named with its line', (text, line, code, field) => {
	const { value, notes } = readJsonFile(text, shape);
	expect(value).toBeNull();
	expect(notes.map((note) => [note.line, note.code, note.facts?.field])).toEqual([
		[line, code, field]
	]);
});
