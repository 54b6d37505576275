import { viewPlans } from '#lib/plans/view-plans.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { PageServerLoad } from './$types';

/** The plans, in their own words. */
export const load: PageServerLoad = (event) => runLoad(event, viewPlans, {});
