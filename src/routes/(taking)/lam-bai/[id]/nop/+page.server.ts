import { runForm } from '#lib/server/door/run-form.server.ts';
import { savePrediction } from '#lib/taking/save-prediction.server.ts';
import { submitAttempt } from '#lib/taking/submit-attempt.server.ts';
import { predictionFormSchema, submitFormSchema } from '#lib/taking/taking.schema.ts';
import { loadAttempt } from '../load-attempt.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const loaded = await loadAttempt(event, event.params.id);
	return { ...loaded, confirming: event.url.searchParams.has('xac-nhan') };
};

export const actions: Actions = {
	/** The prediction is saved first, so that running out of time keeps it; then the last question. */
	review: (event) =>
		runForm(event, predictionFormSchema, savePrediction, {
			then: () => {
				const writer = Number(event.url.searchParams.get('w') ?? 0);
				return `/lam-bai/${event.params.id}/nop?w=${writer}&xac-nhan=1`;
			}
		}),
	submit: (event) =>
		runForm(event, submitFormSchema, submitAttempt, {
			then: ({ receipt }) => `/bien-nhan/${receipt}`
		})
};
