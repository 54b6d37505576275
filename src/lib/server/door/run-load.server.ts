import { error, redirect } from '@sveltejs/kit';
import { refusalSentence } from '#lib/messages/refusal-words.ts';
import type { Refusal } from '#lib/kernel/outcome.ts';
import type { AuditedActor } from './audit.server.ts';
import type { ViewOf } from './context.ts';
import { refuse } from './refusals.ts';
import { runView, type Caller, type Door } from './run.server.ts';
import { unstorablePath } from './storable.ts';

export interface LoadEvent<A extends AuditedActor> {
	readonly url: URL;
	readonly locals: Caller<A> & { readonly door: Door };
}

/**
 * A page's look: the view's value. Who must sign in first is sent there and comes back; any other refusal is
 * the error page with its status and sentence. What no text of ours can hold is nowhere to be found.
 */
export async function runLoad<A extends AuditedActor, I, O, R extends Refusal>(
	event: LoadEvent<A>,
	view: ViewOf<A, I, O, R>,
	input: I
): Promise<O> {
	const { locals } = event;
	const outcome = unstorablePath(input)
		? refuse('not-found')
		: await runView(locals.door, locals, view, input);
	if (outcome.ok) return outcome.value;
	const { refusal } = outcome;
	// The address is asked for here only: a load that reads it runs again at every step in the browser.
	if (refusal.code === 'sign-in-needed')
		redirect(303, `/vao?ve=${encodeURIComponent(event.url.pathname + event.url.search)}`);
	const message = refusalSentence(refusal, locals.language);
	return error(refusal.status, { code: refusal.code, message });
}
