import { viewPublication } from '#lib/results/view-publication.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { PageServerLoad } from './$types';
import { prizesShown } from './prizes-shown.ts';

/** What is published of a contest, and the prizes of `?round=r1` (`final`: of the whole contest). */
export const load: PageServerLoad = async (event) => {
	const { contest, published } = await event.parent();
	if (published === null) return { prizes: null };
	const { roundKey, version } = published;
	const wanted = { contestCode: contest.code, roundKey, version, limit: 1 };
	return { prizes: prizesShown(await runLoad(event, viewPublication, wanted)) };
};
