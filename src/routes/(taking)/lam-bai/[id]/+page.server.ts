import { runForm } from '#lib/server/door/run-form.server.ts';
import { saveResponse } from '#lib/taking/save-response.server.ts';
import { answerFormSchema } from '#lib/taking/taking.schema.ts';
import type { Actions, PageServerLoad } from './$types';
import { loadAttempt } from './load-attempt.server.ts';

export const load: PageServerLoad = async (event) => {
	const loaded = await loadAttempt(event, event.params.id);
	const query = event.url.searchParams;
	const asked = Number(query.get('cau') ?? 1);
	const current = Math.min(Math.max(1, Math.trunc(asked) || 1), loaded.view.paper.items.length);
	return { ...loaded, current, overview: query.has('bang') };
};

export const actions: Actions = {
	/** Without JavaScript: one answer, then on to where the form says. */
	answer: (event) =>
		runForm(event, answerFormSchema, saveResponse, {
			then: () => nextPage(event.params.id, event.url.searchParams)
		})
};

function nextPage(id: string, query: URLSearchParams): string {
	const writer = Number(query.get('w') ?? 0);
	const next = Number(query.get('tiep') ?? 0);
	return next > 0 ? `/lam-bai/${id}?cau=${next}&w=${writer}` : `/lam-bai/${id}/nop?w=${writer}`;
}
