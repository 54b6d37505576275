import { expect, test } from 'vitest';
import { z } from 'zod';
import { readCsvFile } from './csv-file.ts';

const shape = z.strictObject({
	unit: z.string().min(1),
	value: z.string().regex(/^\d+$/, { abort: true }).transform(Number)
});
const headings = { needed: ['unit', 'value'] };

test('rows come with their line, in any order of headings', () => {
	expect(readCsvFile('value;unit\n1;a\n2;b\n', headings, shape)).toEqual({
		rows: [
			{ line: 2, value: { unit: 'a', value: 1 } },
			{ line: 3, value: { unit: 'b', value: 2 } }
		],
		notes: []
	});
});

test.each([
	[
		'unit,size\na,1\n',
		[
			[1, 'missing-heading', 'value'],
			[1, 'unknown-heading', 'size']
		]
	],
	['unit,value,value\na,1,1\n', [[1, 'doubled-heading', 'value']]],
	[
		'',
		[
			[1, 'missing-heading', 'unit'],
			[1, 'missing-heading', 'value']
		]
	],
	[
		'unit,value\na,1\n,2\nb,x\nc,3,4\n',
		[
			[3, 'missing-field', 'unit'],
			[4, 'bad-field', 'value'],
			[5, 'too-many-cells', undefined]
		]
	],
	['unit,value\na,"1\n', [[2, 'csv-quote-open', undefined]]]
])('what is wrong is named with its line: %j', (text, expected) => {
	const { notes } = readCsvFile(text, headings, shape);
	expect(notes.map((note) => [note.line, note.code, note.facts?.field])).toEqual(expected);
});
