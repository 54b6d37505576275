import { expect, test } from 'vitest';
import { z } from 'zod';
import { schemaOf } from '#lib/server/door/openapi-input.ts';
import { schemaText } from './schema-text.ts';

test.each([
	[z.string(), 'string'],
	[z.string().nullable(), 'string | null'],
	[z.enum(['a', 'b']), '"a" | "b"'],
	[z.literal('unit'), '"unit"'],
	[z.int(), 'integer'],
	[z.int().min(1).max(200), 'integer 1..200'],
	[z.int().min(1), 'integer 1..'],
	[z.unknown(), 'any'],
	[z.array(z.string()), 'string[]'],
	[z.array(z.string().nullable()), '(string | null)[]'],
	[z.tuple([z.int(), z.int()]), '[integer, integer]'],
	[z.record(z.string(), z.boolean()), '{ [string]: boolean }'],
	[z.string().meta({ format: 'date-time' }), 'date-time'],
	[z.object({}), '{}']
])('a schema is written as people write shapes (%#)', (schema, text) => {
	expect(schemaText(schemaOf(schema))).toBe(text);
});

test('an object is written a field a line, with a question mark where it may be left out', () => {
	const schema = z.object({ card: z.string().optional(), rows: z.array(z.object({ n: z.int() })) });
	expect(schemaText(schemaOf(schema))).toBe(
		'{\n  card?: string,\n  rows: {\n    n: integer\n  }[]\n}'
	);
});
