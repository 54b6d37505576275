import { viewPlan } from '#lib/plans/view-plan.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { PageServerLoad } from './$types';

/** One plan: its indicators, tasks and deadlines, word for word. */
export const load: PageServerLoad = (event) => runLoad(event, viewPlan, { code: event.params.id });
