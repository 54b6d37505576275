import type { Language } from '#lib/kernel/language.ts';
import { apiWords } from '#lib/messages/api.ts';
import { openApiDocument } from '#lib/server/door/openapi-document.ts';
import type { OpenApiDocument } from '#lib/server/door/openapi.ts';
import { API_BASE, operations, type OperationId } from './operations.ts';

/** The contract's version; a change of an answer's meaning raises it. */
const VERSION = '1.0.0';

const made = new Map<Language, OpenApiDocument>();

/** The API's OpenAPI document with its sentences in one language; made once a process. */
export function apiDocument(language: Language): OpenApiDocument {
	const known = made.get(language);
	if (known) return known;
	const w = apiWords[language];
	const document = openApiDocument(operations, API_BASE, {
		title: w.title,
		about: w.about,
		version: VERSION,
		tags: w.tags,
		summary: (id) => w.calls[id as OperationId],
		status: (status) => w.statuses[status] ?? String(status),
		bearer: w.bearer,
		cookie: w.cookie
	});
	made.set(language, document);
	return document;
}
