import { describe, expect, test } from 'vitest';
import { apiDocument } from '#src/routes/api/document.ts';
import { API_BASE, operations } from '#src/routes/api/operations.ts';
import { readableCalls } from '#src/routes/api/readable-calls.ts';
import { schemaOf } from '#lib/server/door/openapi-input.ts';
import type { Operation } from '#lib/server/door/openapi.ts';
import { refusalSentence } from '#lib/messages/refusal-words.ts';
import { listRoutes } from '../../support/route-manifest.ts';

const all: readonly Operation[] = operations;
/** The document itself, and the answer to addresses that no call has. */
const BESIDE = [`GET ${API_BASE}/openapi.json`, `fallback ${API_BASE}/[...rest]`];
/** Names of path parts differ between contract and folders; their places do not. */
const unnamed = (key: string) => key.replace(/\{\w+\}|\[\w+\]/g, '*');

describe('the list of calls and the routes', () => {
	const routes = listRoutes()
		.filter(({ kind, path }) => kind === 'endpoint' && path.startsWith(API_BASE))
		.map(({ key }) => key)
		.filter((key) => !BESIDE.includes(key));
	const calls = all.map(({ method, path }) => `${method} ${API_BASE}${path}`);

	test('every call has a route, and every route of the API is a call of the list', () => {
		expect(calls.map(unnamed).sort()).toEqual(routes.map(unnamed).sort());
	});

	test('every call of contract §2 is there', () => {
		expect(calls.map((call) => call.replace(API_BASE, '')).sort()).toEqual(
			[
				'POST /sessions',
				'DELETE /sessions/current',
				'GET /me',
				'PUT /me/consents',
				'GET /contests',
				'GET /contests/{code}',
				'POST /rounds/{id}/attempts',
				'GET /attempts/{id}',
				'PUT /attempts/{id}/responses/{position}',
				'PUT /attempts/{id}/prediction',
				'POST /attempts/{id}/responses',
				'POST /attempts/{id}/submission',
				'GET /attempts/{id}/pulse',
				'GET /rounds/{id}/standings',
				'GET /rounds/{id}/events',
				'GET /contests/{code}/participation',
				'GET /plans/{code}/indicators',
				'GET /verify/{serial}'
			].sort()
		);
	});
});

describe.each(['vi', 'en'] as const)('the OpenAPI document in %s', (language) => {
	const document = apiDocument(language);
	const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));

	test('is 3.1, with one operation a call and ids that differ', () => {
		expect(document.openapi).toBe('3.1.0');
		expect(document.servers).toEqual([{ url: API_BASE }]);
		expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(all.length);
	});

	test('says each call, group and status in words', () => {
		for (const { summary, responses } of described) {
			expect(summary).toMatch(/\S{2}/);
			for (const [status, { description }] of Object.entries(responses))
				expect(description).not.toBe(status);
		}
		expect(document.tags.map(({ name }) => name).sort()).toEqual(
			[...new Set(all.map(({ tag }) => tag))].sort()
		);
	});

	test('declares every part of a path as a required parameter', () => {
		for (const [path, methods] of Object.entries(document.paths))
			for (const { parameters } of Object.values(methods)) {
				const inPath = parameters.filter((parameter) => parameter.in === 'path');
				expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
				expect(inPath.every(({ required }) => required)).toBe(true);
			}
	});

	test('gives errors as problem+json with their types, each with a sentence', () => {
		for (const { responses } of described)
			for (const [status, { content }] of Object.entries(responses)) {
				if (Number(status) < 400) continue;
				const schema = content?.['application/problem+json']?.schema?.properties?.type;
				const types = typeof schema === 'object' ? (schema.enum ?? []) : [];
				expect(types.length).toBeGreaterThan(0);
				for (const type of types) {
					const code = String(type).replace('/problems/', '');
					expect(refusalSentence({ code, status: Number(status) }, language)).toMatch(/\S/);
				}
			}
	});

	test('is what the page for people shows, call by call', () => {
		const shown = readableCalls(document).flatMap(({ calls }) => calls);
		expect(shown.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
		expect(shown.find(({ id }) => id === 'signIn')).toMatchObject({
			method: 'POST',
			path: '/sessions',
			open: true,
			body: '{\n  card?: string,\n  username?: string,\n  password?: string\n}'
		});
	});
});

test('what the server fills in is not asked of the caller', () => {
	const signIn = apiDocument('en').paths['/sessions']?.post;
	const body = signIn?.requestBody?.content['application/json']?.schema;
	expect(Object.keys(body?.properties ?? {})).toEqual(['card', 'username', 'password']);
});

test('no answer has room for a key, a tolerance, an accepted text or an explanation', () => {
	const secret = /"(key|tolerance|accept|explanation|scoring|weight)":/;
	const taking = all.filter(({ tag }) => tag === 'attempts');
	for (const { answers } of taking)
		for (const { schema } of Object.values(answers))
			if (schema) expect(JSON.stringify(schemaOf(schema))).not.toMatch(secret);
});
