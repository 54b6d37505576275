import { viewGate } from '#lib/contest/view-gate.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { PageServerLoad } from './$types';

/** The blueprint gate of a contest, round by round. */
export const load: PageServerLoad = async (event) => ({
	contest: await runLoad(event, viewGate, { code: event.params.code })
});
