import { redirect } from '@sveltejs/kit';
import { languages } from '#lib/kernel/language.ts';
import {
	languageCookie,
	ownPath,
	textSizeCookie,
	textSizes,
	themeCookie,
	themes
} from '#lib/ui/preferences.ts';
import { readForm } from '#lib/server/door/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

const YEAR_S = 365 * 86_400;
const choices: readonly { field: string; cookie: string; values: readonly string[] }[] = [
	{ field: 'theme', cookie: themeCookie, values: themes },
	{ field: 'language', cookie: languageCookie, values: languages },
	{ field: 'size', cookie: textSizeCookie, values: textSizes }
];

export const load: PageServerLoad = ({ url }) => ({ back: ownPath(url.searchParams.get('ve')) });

export const actions: Actions = {
	/** Remembers the choices on this device and goes back to the page they were made on. */
	default: async ({ request, cookies, locals }) => {
		const form = await readForm(request);
		const chosen = form.ok ? form.value : {};
		for (const { field, cookie, values } of choices) {
			const value = chosen[field];
			if (typeof value === 'string' && values.includes(value))
				cookies.set(cookie, value, {
					path: '/',
					maxAge: YEAR_S,
					sameSite: 'lax',
					httpOnly: true,
					secure: locals.secure
				});
		}
		const back = chosen['back'];
		redirect(303, ownPath(typeof back === 'string' ? back : null));
	}
};
