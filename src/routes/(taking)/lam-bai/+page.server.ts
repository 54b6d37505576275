import { redirect } from '@sveltejs/kit';
import { runForm } from '#lib/server/door/run-form.server.ts';
import { startAttempt } from '#lib/taking/start-attempt.server.ts';
import { startAttemptSchema } from '#lib/taking/taking.schema.ts';
import type { Actions, PageServerLoad } from './$types';

/** Nothing to see here without a start; a refused one shows why. */
export const load: PageServerLoad = ({ request }) => {
	if (request.method === 'GET') redirect(303, '/');
	return {};
};

export const actions: Actions = {
	start: (event) =>
		runForm(event, startAttemptSchema, startAttempt, {
			then: ({ attempt, writer }) => `/lam-bai/${attempt.id}?w=${writer}`
		})
};
