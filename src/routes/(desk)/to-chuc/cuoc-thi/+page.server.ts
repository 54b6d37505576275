import { viewOwnContests } from '#lib/contest/view-own-contests.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { PageServerLoad } from './$types';

/** The contests of the organiser who looks. */
export const load: PageServerLoad = async (event) => ({
	contests: await runLoad(event, viewOwnContests, {})
});
