import { error } from '@sveltejs/kit';
import { refusalSentence } from '#lib/messages/refusal-words.ts';
import type { Refusal } from '#lib/kernel/outcome.ts';
import type { AuditedActor } from './audit.server.ts';
import type { ViewOf } from './context.ts';
import { runView, type Caller, type Door } from './run.server.ts';

export interface LoadEvent<A extends AuditedActor> {
	readonly locals: Caller<A> & { readonly door: Door };
}

/** A page's look: the view's value, or the error page with the refusal's status and sentence. */
export async function runLoad<A extends AuditedActor, I, O, R extends Refusal>(
	event: LoadEvent<A>,
	view: ViewOf<A, I, O, R>,
	input: I
): Promise<O> {
	const outcome = await runView(event.locals.door, event.locals, view, input);
	if (outcome.ok) return outcome.value;
	return error(outcome.refusal.status, {
		code: outcome.refusal.code,
		message: refusalSentence(outcome.refusal, event.locals.language)
	});
}
