import { anonymous, type Actor } from '#lib/identity/actor.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { SESSION_COOKIE } from '#lib/identity/session-life.ts';
import type { SignedIn } from '#lib/identity/signed-in.ts';
import { signInSchema, type SignIn } from '#lib/identity/sign-in.schema.ts';
import { signInWithCard } from '#lib/identity/sign-in-card.server.ts';
import { signInWithPassword } from '#lib/identity/sign-in-password.server.ts';
import { viewMe } from '#lib/people/view-me.server.ts';
import { failureResponse, runJson } from '#lib/server/door/run-json.server.ts';
import { runView } from '#lib/server/door/run.server.ts';
import { sessionCookieOptions } from '#lib/server/door/session-cookie.ts';
import type { RequestHandler } from './$types';

/** `POST /sessions` `{card}` or `{username, password}`: 201, the cookie, `{person}`. */
export const POST: RequestHandler = async ({ request, url, locals, cookies, getClientAddress }) => {
	let signedIn: SignedIn | undefined;
	const door = { request, url, locals, params: { address: getClientAddress() } };
	const signIn = async (ctx: WriteContext, input: SignIn) => {
		const outcome = await ('card' in input
			? signInWithCard(ctx, input)
			: signInWithPassword(ctx, input));
		signedIn = outcome.ok ? outcome.value : undefined;
		return outcome;
	};
	const response = await runJson(door, signInSchema, signIn, { status: 201 });
	// The answer of the use case holds the session id, which belongs in the cookie only.
	if (!response.ok || !signedIn) return response;
	cookies.set(SESSION_COOKIE, signedIn.token, sessionCookieOptions(locals.secure));
	try {
		return Response.json({ person: await personOf(locals, signedIn) }, { status: 201 });
	} catch (error) {
		return failureResponse(error, locals.language, locals.door);
	}
};

async function personOf(locals: App.Locals, { accountId, personId }: SignedIn) {
	const actor: Actor = { ...anonymous, kind: 'account', accountId, personId };
	const me = await runView(locals.door, { ...locals, actor }, viewMe, {});
	if (!me.ok) return null;
	const { name, units, missing } = me.value;
	return { id: personId, name, units, missing };
}
