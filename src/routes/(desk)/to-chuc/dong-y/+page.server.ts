import { askSlipSchema, guardianSlipFormSchema } from '#lib/people/consents.schema.ts';
import { consentTexts } from '#lib/people/consent-text.ts';
import { recordGuardianConsent } from '#lib/people/record-guardian-consent.server.ts';
import { viewSlip } from '#lib/people/view-slip.server.ts';
import { runForm } from '#lib/server/door/run-form.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** Forms are all it needs: a slip is typed at any school's computer. */
export const csr = false;

/** A person by roster code (`ma`), and the guardian's paper slip for them. */
export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const asked = askSlipSchema.safeParse({ code: searchParams.get('ma') ?? '' });
	const code = asked.success ? asked.data.code : '';
	const texts = consentTexts[event.locals.language];
	return {
		...(await runLoad(event, viewSlip, { code })),
		code,
		asked: searchParams.has('ma'),
		saved: searchParams.has('da-luu'),
		titles: [texts.take_part.title, texts.publish.title]
	};
};

export const actions: Actions = {
	record: (event) => {
		const code = encodeURIComponent(event.url.searchParams.get('ma') ?? '');
		return runForm(event, guardianSlipFormSchema, recordGuardianConsent, {
			then: () => `/to-chuc/dong-y?da-luu&ma=${code}`
		});
	}
};
