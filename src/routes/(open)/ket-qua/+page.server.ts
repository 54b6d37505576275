import { viewContests } from '#lib/contest/view-contests.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { PageServerLoad } from './$types';

/** Every contest that has begun, the one that closes last first. */
export const load: PageServerLoad = async (event) => {
	const { contests } = await runLoad(event, viewContests, { limit: 200 });
	const begun = contests.filter(({ rounds }) => rounds.some(({ phase }) => phase !== 'upcoming'));
	return { at: event.locals.at, contests: begun };
};
