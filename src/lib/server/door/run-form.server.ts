import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import type { z } from 'zod';
import { refusalSentence } from '#lib/messages/refusal-words.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { FieldError, Refusal } from '#lib/kernel/outcome.ts';
import type { AuditedActor } from './audit.server.ts';
import type { UseCaseOf } from './context.ts';
import { readForm, type FormValues } from './read-form.ts';
import { arrived } from './run-json.server.ts';
import { runUseCase, type Caller, type Door } from './run.server.ts';
import { validate } from './validate.ts';

export interface FormEvent<A extends AuditedActor> {
	readonly request: Request;
	readonly params: Readonly<Record<string, string | undefined>>;
	readonly locals: Caller<A> & { readonly door: Door; now(): Instant };
}

/** What a page gets back when a form was refused: what was typed, and what to mend at which field. */
export interface FormRefused {
	readonly code: string;
	readonly message: string;
	readonly values: FormValues;
	readonly errors: readonly FieldError[];
}

export interface FormOptions<O> {
	/** Where to go on success; without it the page is shown again with `{ done: true, value }`. */
	readonly then?: (value: O) => string;
	/** Fields that must not be sent back into the page (a password, a PIN). */
	readonly secret?: readonly string[];
	/** Called after the commit, before the redirect: cookies. */
	readonly onDone?: (value: O) => void;
}

/** A form action: fields as text (a repeated name is a list), path parameters beside them, one use case. */
export async function runForm<A extends AuditedActor, S extends z.ZodType, O, R extends Refusal>(
	event: FormEvent<A>,
	schema: S,
	useCase: UseCaseOf<A, z.output<S>, O, R>,
	options: FormOptions<O> = {}
): Promise<ActionFailure<FormRefused> | { done: true; value: O }> {
	const form = await readForm(event.request);
	if (!form.ok) return refused(form.refusal, {}, event.locals, []);
	const values = form.value;
	const valid = validate(schema, { ...values, ...event.params }, event.locals.language);
	const outcome = valid.ok
		? await runUseCase(event.locals.door, arrived(event.locals), useCase, valid.value)
		: valid;
	if (!outcome.ok) return refused(outcome.refusal, values, event.locals, options.secret ?? []);
	options.onDone?.(outcome.value);
	if (options.then) return redirect(303, options.then(outcome.value));
	return { done: true, value: outcome.value };
}

function refused(
	refusal: Refusal,
	values: FormValues,
	caller: { readonly language: Caller<AuditedActor>['language'] },
	secret: readonly string[]
): ActionFailure<FormRefused> {
	const kept = Object.entries(values).filter(([name]) => !secret.includes(name));
	return fail(refusal.status, {
		code: refusal.code,
		message: refusalSentence(refusal, caller.language),
		values: Object.fromEntries(kept),
		errors: refusal.errors ?? []
	});
}
