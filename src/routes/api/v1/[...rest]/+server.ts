import { refuse } from '#lib/server/door/refusals.ts';
import { problemResponse } from '#lib/server/door/run-json.server.ts';
import type { RequestHandler } from './$types';

/** Any address of the API that no call has. */
export const fallback: RequestHandler = ({ locals }) =>
	problemResponse(refuse('not-found').refusal, locals.language);
