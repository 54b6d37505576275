import type { JsonSchema } from '#lib/server/door/openapi.ts';

type Node = JsonSchema | boolean | undefined;

/** A JSON Schema as people write shapes: `{ card?: string, limit?: 1..200 }`. */
export function schemaText(schema: Node, indent = ''): string {
	if (typeof schema !== 'object') return 'any';
	if (schema.const !== undefined) return JSON.stringify(schema.const);
	if (schema.enum) return schema.enum.map((each) => JSON.stringify(each)).join(' | ');
	const choices = schema.anyOf ?? schema.oneOf;
	if (choices) return choices.map((each) => schemaText(each, indent)).join(' | ');
	const types: unknown = schema.type;
	if (Array.isArray(types)) return types.join(' | ');
	switch (schema.type) {
		case 'object':
			return objectText(schema, indent);
		case 'array':
			return arrayText(schema, indent);
		case 'integer':
		case 'number':
			return numberText(schema);
		default:
			return schema.format ?? (schema.type === undefined ? 'any' : String(schema.type));
	}
}

function objectText(schema: JsonSchema, indent: string): string {
	const fields = Object.entries(schema.properties ?? {});
	if (fields.length === 0) return recordText(schema, indent);
	const required = new Set(schema.required ?? []);
	const deeper = `${indent}  `;
	const lines = fields.map(
		([name, each]) =>
			`${deeper}${name}${required.has(name) ? '' : '?'}: ${schemaText(each, deeper)}`
	);
	return `{\n${lines.join(',\n')}\n${indent}}`;
}

function recordText({ additionalProperties, propertyNames }: JsonSchema, indent: string): string {
	if (typeof additionalProperties !== 'object') return '{}';
	const name = typeof propertyNames === 'object' ? schemaText(propertyNames) : 'string';
	return `{ [${name}]: ${schemaText(additionalProperties, indent)} }`;
}

function arrayText({ items, prefixItems }: JsonSchema, indent: string): string {
	if (prefixItems) return `[${prefixItems.map((each) => schemaText(each, indent)).join(', ')}]`;
	const item = schemaText(Array.isArray(items) ? items[0] : items, indent);
	return item.includes(' | ') && !item.startsWith('{') ? `(${item})[]` : `${item}[]`;
}

function numberText({ type, minimum, maximum }: JsonSchema): string {
	const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
	const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
	if (least === undefined && most === undefined) return String(type);
	return `${type} ${least ?? ''}..${most ?? ''}`;
}
