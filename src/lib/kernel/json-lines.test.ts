import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { parseJsonWithLines, pointerOf } from './json-lines.ts';

describe('JSON with lines', () => {
	test('knows the first line of each value', () => {
		const read = parseJsonWithLines(
			'{\n  "units": [\n    {"key": "a"},\n\n    {"key":\n "b"}\n  ]\n}'
		);
		if (read.error) throw new Error('should read');
		expect(read.value).toEqual({ units: [{ key: 'a' }, { key: 'b' }] });
		expect(['', '/units', '/units/0', '/units/1', '/units/1/key'].map(read.lineOf)).toEqual([
			1, 2, 3, 5, 6
		]);
	});

	test('gives the nearest ancestor for what is missing, and reads escaped pointers', () => {
		const read = parseJsonWithLines('\uFEFF{\n"a/b": {\n"~": 1}}');
		if (read.error) throw new Error('should read');
		expect(read.lineOf(pointerOf(['a/b', '~']))).toBe(3);
		expect(read.lineOf('/a~1b/x/y')).toBe(2);
	});

	test.each([
		['{"a": 1,\n "b" 2}', { line: 2, column: 6, code: 'json-unexpected' }],
		['[1,\n2', { line: 2, column: 2, code: 'json-ended' }],
		['{"a": "x\ny"}', { line: 1, column: 7, code: 'json-bad-text' }],
		['{"a": 1,\n"a": 2}', { line: 2, column: 1, code: 'json-doubled-key' }],
		['[1,]', { line: 1, column: 4, code: 'json-unexpected' }],
		['01', { line: 1, column: 2, code: 'json-unexpected' }],
		['', { line: 1, column: 1, code: 'json-ended' }],
		['['.repeat(300), { line: 1, column: 202, code: 'json-too-deep' }]
	])('names the place of what is wrong in %j', (text, error) => {
		expect(parseJsonWithLines(text)).toEqual({ error });
	});

	test('reads whatever JSON.stringify writes', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				const read = parseJsonWithLines(text);
				expect(read.error).toBeUndefined();
				if (!read.error) expect(read.value).toEqual(JSON.parse(text));
			})
		);
	});
});
