import { redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { viewAttempt } from '#lib/taking/view-attempt.server.ts';
import { viewTaking } from '#lib/taking/view-taking.server.ts';

/** What the taking pages share; an attempt that has ended shows its receipt instead. */
export async function loadAttempt(event: ServerLoadEvent, attemptId: string) {
	const { url, locals } = event;
	if (locals.actor.kind === 'anonymous')
		redirect(303, `/vao?ve=${encodeURIComponent(url.pathname + url.search)}`);
	const view = await runLoad(event, viewAttempt, { attemptId });
	if (view.submission) redirect(303, `/bien-nhan/${view.submission.receipt}`);
	const taking = await runLoad(event, viewTaking, { attemptId });
	const writer = Number(url.searchParams.get('w') ?? 0);
	const arriving = !url.searchParams.has('w');
	return { bare: true, view, taking, writer, arriving, here: writer === view.writer };
}
