import { z } from 'zod';
import type { JsonSchema, OpenApiParameter, Operation } from './openapi.ts';
import { isWrite } from './origin.ts';

/** Takes what the handler validates apart again: path, query, body. */
export function inputOf({ input, method, path, pathNames = {}, given = [] }: Operation) {
	const whole = schemaOf(input);
	const required = new Set(whole.required ?? []);
	const properties = new Map(Object.entries(whole.properties ?? {}));
	for (const name of given) properties.delete(name);
	const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']): OpenApiParameter => {
		const field = pathNames[name] ?? name;
		const schema = propertyOf(properties.get(field));
		properties.delete(field);
		return { name, in: 'path', required: true, schema };
	});
	if (isWrite(method)) return { parameters: inPath, body: bodyOf(whole, properties) };
	const inQuery = [...properties].map(([name, schema]): OpenApiParameter => ({
		...{ name, in: 'query', required: required.has(name) },
		schema: propertyOf(schema)
	}));
	return { parameters: [...inPath, ...inQuery], body: undefined };
}

function bodyOf(whole: JsonSchema, properties: ReadonlyMap<string, unknown>) {
	if (properties.size === 0) return undefined;
	const required = (whole.required ?? []).filter((name) => properties.has(name));
	const schema = {
		type: 'object',
		properties: Object.fromEntries(properties),
		...(required.length > 0 && { required }),
		...(whole.additionalProperties === false && { additionalProperties: false })
	} as JsonSchema;
	return { required: required.length > 0, content: { 'application/json': { schema } } };
}

function propertyOf(schema: JsonSchema | boolean | undefined): JsonSchema {
	return typeof schema === 'object' ? schema : { type: 'string' };
}

/** The JSON Schema of what is sent, without the dialect, which the document states. */
export function schemaOf(schema: z.ZodType): JsonSchema {
	const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
	delete json.$schema;
	return json;
}
