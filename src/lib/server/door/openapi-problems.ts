import { inputOf } from './openapi-input.ts';
import type { JsonSchema, OpenApiResponse, OpenApiWords, Operation } from './openapi.ts';
import { isWrite } from './origin.ts';
import { doorRefusals } from './refusals.ts';

/** What the door may say before any room is asked, or when something breaks. */
export function doorProblemsOf(operation: Operation): Record<string, number> {
	const { 'foreign-origin': foreign, busy, unexpected, invalid } = doorRefusals;
	const { 'unreadable-json': unreadable } = doorRefusals;
	const { parameters, body } = inputOf(operation);
	return {
		...(isWrite(operation.method) && { 'foreign-origin': foreign }),
		...(body && {
			'unreadable-json': unreadable,
			'too-large': doorRefusals['too-large'],
			'wrong-content-type': doorRefusals['wrong-content-type']
		}),
		...((body || parameters.length > 0) && { invalid }),
		busy,
		unexpected
	};
}

/** The problem+json answers of a call, by status, each with the types it may have. */
export function problemsOf(
	operation: Operation,
	words: OpenApiWords
): Record<string, OpenApiResponse> {
	const all = Object.entries({ ...operation.problems, ...doorProblemsOf(operation) });
	const byStatus = Map.groupBy(all, ([, status]) => status);
	return Object.fromEntries(
		[...byStatus].map(([status, codes]) => [
			String(status),
			{
				description: words.status(status),
				content: {
					'application/problem+json': {
						schema: problemSchema(
							status,
							codes.map(([code]) => `/problems/${code}`)
						)
					}
				}
			}
		])
	);
}

/** RFC 9457 with this status and one of these types. */
function problemSchema(status: number, types: readonly string[]): JsonSchema {
	const text: JsonSchema = { type: 'string' };
	const fieldError: JsonSchema = {
		type: 'object',
		properties: { pointer: text, code: text, detail: text },
		required: ['pointer', 'code']
	};
	return {
		type: 'object',
		properties: {
			type: { type: 'string', enum: [...types] },
			title: text,
			status: { type: 'integer', const: status },
			...(status === doorRefusals.invalid ? { errors: { type: 'array', items: fieldError } } : {})
		},
		required: ['type', 'title', 'status']
	};
}
