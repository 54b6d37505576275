import { describe, expect, test } from 'vitest';
import { cellsByHeading, readCsv } from './csv.ts';

describe('a CSV file', () => {
	test.each([
		['commas and LF', 'a,b\n1,2\n'],
		['semicolons and CRLF', 'a;b\r\n1;2\r\n'],
		['tabs and a BOM, without a last line break', '\uFEFFa\tb\n1\t2']
	])('is read with %s', (_, text) => {
		const file = readCsv(text);
		expect(file.header).toEqual(['a', 'b']);
		expect(file.records).toEqual([{ line: 2, cells: ['1', '2'] }]);
		expect(file.problem).toBeUndefined();
	});

	test('keeps separators, doubled quotes and line breaks inside quotes', () => {
		const file = readCsv('a,b\n"x, ""y""\r\nz",2\n3,4\n');
		expect(file.records).toEqual([
			{ line: 2, cells: ['x, "y"\r\nz', '2'] },
			{ line: 4, cells: ['3', '4'] }
		]);
	});

	test('takes its separator from the header outside quotes', () => {
		expect(readCsv('"a,1";b\n1;2').header).toEqual(['a,1', 'b']);
	});

	test('skips blank lines and counts them', () => {
		expect(readCsv('a,b\n\n,\n1,2\n').records).toEqual([{ line: 4, cells: ['1', '2'] }]);
	});

	test('names the place of a quote that never closes, and keeps what came before', () => {
		const file = readCsv('a,b\n1,2\n3,"4\n5,6\n');
		expect(file.problem).toEqual({ line: 3, column: 3, code: 'csv-quote-open' });
		expect(file.records).toEqual([{ line: 2, cells: ['1', '2'] }]);
	});

	test('names the place of text after a closing quote', () => {
		expect(readCsv('a,b\n"1"x,2\n').problem).toEqual({
			line: 2,
			column: 4,
			code: 'csv-after-quote'
		});
	});

	test('that is empty has no header', () => {
		expect(readCsv('')).toEqual({ header: [], records: [] });
	});

	test('gives a record by heading, trimmed, with blanks for missing cells', () => {
		const file = readCsv('a,b,c\n 1 ,2\n');
		const record = file.records[0];
		expect(record && [...cellsByHeading(file.header, record)]).toEqual([
			['a', '1'],
			['b', '2'],
			['c', '']
		]);
	});
});
