import { viewContests } from '#lib/contest/view-contests.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { PageServerLoad } from './$types';

/** Links are all it needs: a phone loads no script for it. */
export const csr = false;

/** The home page: contests that are open, coming and over. */
export const load: PageServerLoad = async (event) => {
	const { contests } = await runLoad(event, viewContests, { limit: 200 });
	return { at: event.locals.at, contests };
};
