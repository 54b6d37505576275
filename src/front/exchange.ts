import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actor } from '#lib/identity/actor.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { Refusal } from '#lib/kernel/outcome.ts';
import { problemOf, type Problem } from '#lib/server/door/problem.ts';

/** One request and its answer, with the instant at which it arrived. */
export interface Exchange {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	/** When the whole request had arrived; before its body is read, when its head had. */
	readonly at: Instant;
	/** What the path holds, by name. */
	readonly params: Readonly<Record<string, string>>;
	/** From Accept-Language until the caller's own setting is known. */
	readonly language: Language;
}

export interface Called extends Exchange {
	readonly actor: Actor;
}

export const always = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' };

export function replyJson(exchange: Exchange, status: number, value: unknown): void {
	const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
	reply(exchange, { status, headers, body: JSON.stringify(value) });
}

/** A refusal as problem+json; what it knows beside its facts (`stored`) goes along. */
export function replyProblem(
	exchange: Exchange,
	refusal: Refusal & { readonly stored?: unknown },
	headers: Readonly<Record<string, string>> = {}
): void {
	const problem = problemOf(refusal, exchange.language);
	const body =
		refusal.stored === undefined
			? problem.body
			: JSON.stringify({ ...JSON.parse(problem.body), stored: refusal.stored });
	reply(exchange, { status: problem.status, headers: { ...problem.headers, ...headers }, body });
}

function reply({ request, response }: Exchange, { status, headers, body }: Problem): void {
	if (response.headersSent || response.destroyed) return;
	// What is left of a body that nobody read would be taken for the next request.
	const unread = request.complete ? {} : { connection: 'close' };
	response.writeHead(status, {
		...always,
		...headers,
		...unread,
		'content-length': Buffer.byteLength(body)
	});
	response.end(request.method === 'HEAD' ? undefined : body);
}

/** The cookies that a request carries; the first of a name counts. */
export function cookiesOf(header: string | undefined): Map<string, string> {
	const cookies = new Map<string, string>();
	for (const part of (header ?? '').split(';')) {
		const at = part.indexOf('=');
		const name = part.slice(0, at).trim();
		if (at > 0 && !cookies.has(name)) cookies.set(name, decoded(part.slice(at + 1).trim()));
	}
	return cookies;
}

function decoded(value: string): string {
	try {
		return decodeURIComponent(value);
	} catch {
		return value;
	}
}
