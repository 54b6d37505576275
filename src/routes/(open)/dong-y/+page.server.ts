import { redirect } from '@sveltejs/kit';
import { consentTexts } from '#lib/people/consent-text.ts';
import { answerConsentFormSchema } from '#lib/people/consents.schema.ts';
import { giveConsent } from '#lib/people/give-consent.server.ts';
import { viewMe } from '#lib/people/view-me.server.ts';
import { runForm } from '#lib/server/door/run-form.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { ownPath } from '#lib/ui/preferences.ts';
import type { Actions, PageServerLoad } from './$types';
import { asked } from './asked.ts';

/** Forms and links are all it needs; and what is typed before a script has arrived stays typed. */
export const csr = false;

/** Purposes 1 and 2. On the way from signing in (`ve`) it goes on at once when nothing is missing. */
export const load: PageServerLoad = async (event) => {
	const { locals, url } = event;
	if (locals.actor.kind === 'anonymous') redirect(303, '/vao?ve=/dong-y');
	const me = await runLoad(event, viewMe, {});
	const back = ownPath(url.searchParams.get('ve'));
	if (url.searchParams.has('ve') && me.missing.length === 0) redirect(303, back);
	const texts = consentTexts[locals.language];
	return {
		back,
		saved: url.searchParams.has('da-luu'),
		consents: me.consents,
		readerName: me.name,
		texts: asked.map((purpose) => texts[purpose])
	};
};

export const actions: Actions = {
	default: (event) => {
		const back = ownPath(event.url.searchParams.get('ve'));
		return runForm(event, answerConsentFormSchema, giveConsent, {
			then: ({ purposes }) =>
				purposes.take_part.given ? back : `/dong-y?da-luu&ve=${encodeURIComponent(back)}`
		});
	}
};
