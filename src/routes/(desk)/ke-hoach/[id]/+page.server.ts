import { viewPlan } from '#lib/plans/view-plan.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { viewVerdicts } from '#lib/verdicts/view-verdicts.server.ts';
import type { PageServerLoad } from './$types';

/** One plan: its indicators, tasks and deadlines, word for word; the verdicts for who may see them. */
export const load: PageServerLoad = async (event) => {
	const input = { code: event.params.id };
	const plan = await runLoad(event, viewPlan, input);
	return { ...plan, verdicts: await runLoad(event, viewVerdicts, input) };
};
