import { openContestPage } from '#lib/contest/open-contest-page.server.ts';
import { viewContest } from '#lib/taking/view-contest.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { runUseCase } from '#lib/server/door/run.server.ts';
import { secondsToOpening } from '../../opening.ts';
import type { PageServerLoad } from './$types';

/** Forms and links are all it needs: on the way to the first question the phone loads no script for it. */
export const csr = false;

/** A contest's page. The first time somebody in scope opens it signed in, it registers them. */
export const load: PageServerLoad = async (event) => {
	const code = event.params.slug;
	const contest = await runLoad(event, viewContest, { code });
	if (contest.me?.inScope && !contest.me.entered)
		await runUseCase(event.locals.door, event.locals, openContestPage, { code });
	// The button turns on by itself: at the opening the browser asks again, with or without scripts.
	const wait = secondsToOpening(contest, event.locals.at);
	if (wait !== null) event.setHeaders({ refresh: String(wait) });
	return { at: event.locals.at, contest, readerName: contest.me?.name };
};
