import { inputOf, schemaOf } from './openapi-input.ts';
import { problemsOf } from './openapi-problems.ts';
import type {
	OpenApiDocument,
	OpenApiOperation,
	OpenApiResponse,
	OpenApiWords,
	Operation
} from './openapi.ts';

/** The OpenAPI 3.1 document of a list of calls below `base`. */
export function openApiDocument(
	operations: readonly Operation[],
	base: string,
	words: OpenApiWords
): OpenApiDocument {
	const paths: Record<string, Record<string, OpenApiOperation>> = {};
	for (const operation of operations)
		(paths[operation.path] ??= {})[operation.method.toLowerCase()] = described(operation, words);
	return {
		openapi: '3.1.0',
		info: { title: words.title, version: words.version, description: words.about },
		servers: [{ url: base }],
		tags: Object.entries(words.tags).map(([name, description]) => ({ name, description })),
		paths,
		components: {
			securitySchemes: {
				session: { type: 'apiKey', in: 'cookie', name: 'kb_session', description: words.cookie },
				token: { type: 'http', scheme: 'bearer', description: words.bearer }
			}
		}
	};
}

function described(operation: Operation, words: OpenApiWords): OpenApiOperation {
	const { parameters, body } = inputOf(operation);
	return {
		operationId: operation.id,
		tags: [operation.tag],
		summary: words.summary(operation.id),
		security: [...(operation.open ? [{}] : []), { session: [] }, { token: [] }],
		parameters,
		...(body && { requestBody: body }),
		responses: { ...answersOf(operation, words), ...problemsOf(operation, words) }
	};
}

function answersOf({ answers }: Operation, words: OpenApiWords): Record<string, OpenApiResponse> {
	return Object.fromEntries(
		Object.entries(answers).map(([status, { schema, type }]) => [
			status,
			{
				description: words.status(Number(status)),
				...((schema || type) && {
					content: { [type ?? 'application/json']: schema ? { schema: schemaOf(schema) } : {} }
				})
			}
		])
	);
}
