import type {
	OpenApiDocument,
	OpenApiOperation,
	OpenApiResponse
} from '#lib/server/door/openapi.ts';
import type { JsonSchema } from '#lib/server/door/openapi.ts';
import { schemaText } from './schema-text.ts';

/** One call as the page for people shows it. */
export interface ReadableCall {
	readonly id: string;
	readonly method: string;
	readonly path: string;
	readonly summary: string;
	readonly open: boolean;
	readonly parameters: readonly ReadableParameter[];
	readonly body: string | null;
	readonly answers: readonly { status: string; meaning: string; shape: string | null }[];
	readonly problems: readonly { status: string; meaning: string; types: readonly string[] }[];
}

interface ReadableParameter {
	readonly name: string;
	readonly place: 'path' | 'query';
	readonly required: boolean;
	readonly shape: string;
}

export interface CallGroup {
	readonly key: string;
	readonly title: string;
	readonly calls: readonly ReadableCall[];
}

/** The document's calls by group, in its order. */
export function readableCalls(document: OpenApiDocument): CallGroup[] {
	const calls = Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
	);
	return document.tags.map(({ name, description }) => ({
		key: name,
		title: description,
		calls: calls.filter(({ operation }) => operation.tags.includes(name)).map(readable)
	}));
}

interface Call {
	readonly path: string;
	readonly method: string;
	readonly operation: OpenApiOperation;
}

function readable({ path, method, operation }: Call): ReadableCall {
	const responses = Object.entries(operation.responses);
	const body = operation.requestBody?.content['application/json']?.schema;
	return {
		id: operation.operationId,
		method: method.toUpperCase(),
		path,
		summary: operation.summary,
		open: operation.security.some((way) => Object.keys(way).length === 0),
		parameters: operation.parameters.map(({ name, in: place, required, schema }) => ({
			...{ name, place, required, shape: schemaText(schema) }
		})),
		body: body ? schemaText(body) : null,
		answers: responses.filter(([status]) => Number(status) < 400).map(answerOf),
		problems: responses.filter(([status]) => Number(status) >= 400).map(problemOf)
	};
}

function answerOf([status, { description, content }]: [string, OpenApiResponse]) {
	const [type, media] = Object.entries(content ?? {})[0] ?? [];
	const shape = media?.schema ? schemaText(media.schema) : (type ?? null);
	return { status, meaning: description, shape };
}

function problemOf([status, { description, content }]: [string, OpenApiResponse]) {
	const type = content?.['application/problem+json']?.schema?.properties?.type;
	const types = (typeof type === 'object' ? (type as JsonSchema).enum : undefined) ?? [];
	return { status, meaning: description, types: types.map(String) };
}
