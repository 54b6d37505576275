import { apiDocument } from '../../document.ts';
import type { RequestHandler } from './$types';

/** The OpenAPI 3.1 document, its sentences in the caller's language. */
export const GET: RequestHandler = ({ locals }) =>
	Response.json(apiDocument(locals.language), {
		headers: { 'cache-control': 'no-cache', vary: 'accept-language, cookie' }
	});
