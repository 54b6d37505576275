import type { z } from 'zod';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import { ok, type Outcome, type Refusal } from '#lib/kernel/outcome.ts';
import type { AuditedActor } from './audit.server.ts';
import type { UseCaseOf, ViewOf } from './context.ts';
import { isBusy } from './is-busy.ts';
import { problemOf } from './problem.ts';
import { refuse, type DoorRefusal } from './refusals.ts';
import { runUseCase, runView, type Caller, type Door } from './run.server.ts';
import { validate, type Place } from './validate.ts';

/** The part of a SvelteKit event that the door needs. */
export interface DoorEvent<A extends AuditedActor> {
	readonly request: Request;
	readonly url: URL;
	readonly params: Readonly<Record<string, string | undefined>>;
	readonly locals: Caller<A> & { readonly door: Door; now(): Instant };
}

/** The caller at the instant at which the whole body was there: who dribbles it gains no time. */
export function arrived<C extends { readonly now: () => Instant }>(locals: C): C & { at: Instant } {
	return { ...locals, at: locals.now() };
}

export const BODY_LIMIT = 256 * 1024;

/** An endpoint that writes: reads JSON, validates body and path together, runs the use case, replies. */
export async function runJson<A extends AuditedActor, S extends z.ZodType, O, R extends Refusal>(
	event: DoorEvent<A>,
	schema: S,
	useCase: UseCaseOf<A, z.output<S>, O, R>,
	options: { readonly status?: number } = {}
): Promise<Response> {
	return answering(event, options.status ?? 200, async () => {
		const body = await readJsonBody(event.request);
		if (!body.ok) return body;
		const input = withPath(body.value, event.params);
		const valid = validate(schema, input, event.locals.language, placeIn(event.params, ''));
		if (!valid.ok) return valid;
		return runUseCase(event.locals.door, arrived(event.locals), useCase, valid.value);
	});
}

/** An endpoint that looks: validates path and query (a repeated key keeps its last value). */
export async function runJsonView<
	A extends AuditedActor,
	S extends z.ZodType,
	O,
	R extends Refusal
>(event: DoorEvent<A>, schema: S, view: ViewOf<A, z.output<S>, O, R>): Promise<Response> {
	return answering(event, 200, async () => {
		const input = withPath(Object.fromEntries(event.url.searchParams), event.params);
		const valid = validate(schema, input, event.locals.language, placeIn(event.params, '/query'));
		if (!valid.ok) return valid;
		return runView(event.locals.door, event.locals, view, valid.value);
	});
}

async function answering<A extends AuditedActor, O, R extends Refusal>(
	event: DoorEvent<A>,
	status: number,
	work: () => Promise<Outcome<O, R | DoorRefusal>>
): Promise<Response> {
	const { language, door } = event.locals;
	try {
		const outcome = await work();
		if (!outcome.ok) return problemResponse(outcome.refusal, language);
		if (status === 204) return new Response(null, { status });
		return new Response(JSON.stringify(outcome.value), {
			status,
			headers: { 'content-type': 'application/json', 'cache-control': 'no-store' }
		});
	} catch (error) {
		return failureResponse(error, language, door);
	}
}

export function problemResponse(refusal: Refusal, language: Language): Response {
	const problem = problemOf(refusal, language);
	return new Response(problem.body, { status: problem.status, headers: problem.headers });
}

/** A throw: the database away is 503 and may be repeated; anything else is a bug and is logged as one. */
export function failureResponse(error: unknown, language: Language, door: Door): Response {
	if (isBusy(error)) {
		door.log.warn({ err: error }, 'database away');
		return problemResponse(refuse('busy').refusal, language);
	}
	door.log.error({ err: error }, 'unexpected error');
	return problemResponse(refuse('unexpected').refusal, language);
}

async function readJsonBody(request: Request): Promise<Outcome<unknown, DoorRefusal>> {
	const type = request.headers.get('content-type') ?? '';
	if (request.body === null || (type === '' && request.headers.get('content-length') === '0'))
		return ok({});
	if (!/^application\/json\s*(;|$)/i.test(type)) return refuse('wrong-content-type');
	const bytes = await readLimited(request);
	if (bytes === undefined) return refuse('too-large', { facts: { limit: '256 KB' } });
	try {
		return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
	} catch {
		return refuse('unreadable-json');
	}
}

async function readLimited(request: Request): Promise<Uint8Array | undefined> {
	if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) return undefined;
	const reader = (request.body as ReadableStream<Uint8Array>).getReader();
	const chunks: Uint8Array[] = [];
	let size = 0;
	for (let next = await reader.read(); !next.done; next = await reader.read()) {
		size += next.value.length;
		// Not cancelled: that would cut the connection before the answer is on it.
		if (size > BODY_LIMIT) return undefined;
		chunks.push(next.value);
	}
	return Buffer.concat(chunks);
}

function withPath(body: unknown, params: DoorEvent<AuditedActor>['params']): unknown {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
	return { ...body, ...params };
}

function placeIn(params: DoorEvent<AuditedActor>['params'], otherwise: Place) {
	return (key: string): Place => (key in params ? '/path' : otherwise);
}
