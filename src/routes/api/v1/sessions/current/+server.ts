import { z } from 'zod';
import { SESSION_COOKIE } from '#lib/identity/session-life.ts';
import { signOut } from '#lib/identity/sign-out.server.ts';
import { refuse } from '#lib/server/door/refusals.ts';
import { problemResponse, runJson } from '#lib/server/door/run-json.server.ts';
import type { RequestHandler } from './$types';

/** `DELETE /sessions/current`: 204, and the session has ended on the server. */
export const DELETE: RequestHandler = async ({ request, url, locals, cookies }) => {
	const token = locals.sessionToken;
	if (locals.actor.kind === 'anonymous' || token === null)
		return problemResponse(refuse('sign-in-needed').refusal, locals.language);
	const door = { request, url, locals, params: { token } };
	const response = await runJson(door, z.object({ token: z.string() }), signOut, { status: 204 });
	if (!response.ok) return response;
	cookies.delete(SESSION_COOKIE, { path: '/' });
	locals.forgetSession(token);
	return response;
};
