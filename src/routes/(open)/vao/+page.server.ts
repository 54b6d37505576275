import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { SESSION_COOKIE } from '#lib/identity/session-life.ts';
import type { SignedIn } from '#lib/identity/signed-in.ts';
import { cardFormSchema, signInWithPasswordSchema } from '#lib/identity/sign-in.schema.ts';
import { signInWithCard } from '#lib/identity/sign-in-card.server.ts';
import { signInWithPassword } from '#lib/identity/sign-in-password.server.ts';
import { signOut } from '#lib/identity/sign-out.server.ts';
import { viewMe } from '#lib/people/view-me.server.ts';
import { runForm } from '#lib/server/door/run-form.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { sessionCookieOptions } from '#lib/server/door/session-cookie.ts';
import { ownPath } from '#lib/ui/preferences.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Forms and links are all it needs; and what is typed before a script has arrived stays typed. */
export const csr = false;

/** `ve` is the page to go on to, `can-bo` opens the form for staff, `da-dat` says a password was just set. */
export const load: PageServerLoad = async (event) => {
	const query = event.url.searchParams;
	const signedIn = event.locals.actor.kind !== 'anonymous';
	return {
		name: signedIn ? (await runLoad(event, viewMe, {})).name : null,
		back: ownPath(query.get('ve')),
		staff: query.has('can-bo'),
		passwordSet: query.has('da-dat')
	};
};

export const actions: Actions = {
	card: (event) =>
		runForm(withAddress(event), cardFormSchema, signInWithCard, {
			secret: ['pin'],
			onDone: keepSession(event),
			// What a contestant agreed to is asked on the way; that page goes on when nothing is missing.
			then: () => `/dong-y?ve=${encodeURIComponent(backOf(event))}`
		}),
	password: (event) =>
		runForm(withAddress(event), signInWithPasswordSchema, signInWithPassword, {
			secret: ['password'],
			onDone: keepSession(event),
			then: () => backOf(event)
		}),
	'sign-out': (event) => {
		const token = event.locals.sessionToken;
		if (token === null) redirect(303, '/');
		return runForm(
			{ request: event.request, params: { token }, locals: event.locals },
			z.object({ token: z.string() }),
			signOut,
			{
				onDone: () => {
					event.cookies.delete(SESSION_COOKIE, { path: '/' });
					event.locals.forgetSession(token);
				},
				then: () => '/'
			}
		);
	}
};

function withAddress(event: RequestEvent) {
	const { request, locals } = event;
	return { request, locals, params: { address: event.getClientAddress() } };
}

function keepSession({ cookies, locals }: RequestEvent) {
	return ({ token }: SignedIn) =>
		cookies.set(SESSION_COOKIE, token, sessionCookieOptions(locals.secure));
}

function backOf(event: RequestEvent): string {
	return ownPath(event.url.searchParams.get('ve'));
}
