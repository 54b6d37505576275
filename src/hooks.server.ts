import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { publishFront } from './front/publish.server.ts';
import { startRuntime, type Runtime } from './runtime.server.ts';
import { anonymous } from '#lib/identity/actor.ts';
import type { Language } from '#lib/kernel/language.ts';
import { compressed } from '#lib/server/door/compress.server.ts';
import { isBusy } from '#lib/server/door/is-busy.ts';
import { requestLanguage } from '#lib/server/door/language.ts';
import { isOwnOrigin, isWrite } from '#lib/server/door/origin.ts';
import { refuse, type DoorRefusalCode } from '#lib/server/door/refusals.ts';
import { problemResponse } from '#lib/server/door/run-json.server.ts';
import { refusalSentence } from '#lib/messages/refusal-words.ts';
import { SESSION_COOKIE } from '#lib/identity/session-life.ts';
import { sessionCookieOptions } from '#lib/server/door/session-cookie.ts';

let runtime: Runtime;

export const init: ServerInit = async () => {
	runtime = await startRuntime();
	publishFront(runtime);
};

/** Instant, actor and language of the request; the Origin check of every write that a cookie could authorise. */
export const handle: Handle = async ({ event, resolve }) => {
	const { locals, request, cookies, url } = event;
	const { clock, door, actors, config, demo } = runtime;
	locals.at = clock.now();
	locals.now = clock.now;
	locals.door = door;
	locals.readiness = { database: door.connections.read, clock, migrations: runtime.migrations };
	locals.forgetSession = actors.forget;
	locals.demo = demo;
	locals.support = config.support ?? null;
	locals.secure = (config.origin ?? url.origin).startsWith('https:');
	locals.theme = themeOf(cookies.get('kb_theme'));
	locals.language = requestLanguage(
		cookies.get('kb_language'),
		request.headers.get('accept-language')
	);
	locals.actor = anonymous;
	const bearer = request.headers.get('authorization');
	if (isWrite(request.method) && bearer === null && !comesFromUs(event, config.origin))
		return withHeaders(problemResponse(refuse('foreign-origin').refusal, locals.language), url);
	if (url.pathname.startsWith('/api/') && !isReadable(url.pathname))
		return withHeaders(problemResponse(refuse('not-found').refusal, locals.language), url);
	locals.sessionToken = cookies.get(SESSION_COOKIE) ?? null;
	const found = await actors.resolve({ session: locals.sessionToken, bearer }, locals.at);
	locals.actor = found.actor;
	locals.language = found.language ?? locals.language;
	if (found.renewed && locals.sessionToken)
		cookies.set(SESSION_COOKIE, locals.sessionToken, sessionCookieOptions(locals.secure));
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%lang%', locals.language)
				.replace('%theme%', locals.theme)
				.replace('%size%', sizeOf(cookies.get('kb_size')))
	});
	const answer = withHeaders(asProblem(response, locals.language, event), url);
	return compressed(answer, request.headers.get('accept-encoding'));
};

/** The framework's own "no such method" of an API address, in the API's form. */
function asProblem(
	response: Response,
	language: Language,
	{ request, url }: Parameters<Handle>[0]['event']
): Response {
	if (response.status !== 405 || !url.pathname.startsWith('/api/')) return response;
	const refused = refuse('wrong-method', { facts: { method: request.method } });
	const problem = problemResponse(refused.refusal, language);
	problem.headers.set('allow', response.headers.get('allow') ?? 'GET');
	return problem;
}

/**
 * What nobody foresaw: logged with its route, answered with one sentence; a database that is away is 503. What a
 * visitor sent wrongly is neither: the framework throws it, and the page says so.
 */
export const handleError: HandleServerError = ({ error, event, status }) => {
	const language: Language = event.locals.language ?? 'vi';
	if (status < 500) {
		const code = sentWrongly[status] ?? 'not-found';
		return { code, message: sentence(code, language) };
	}
	const away = isBusy(error);
	const log = runtime?.door.log;
	log?.[away ? 'warn' : 'error'](
		{ err: error, route: event.route.id },
		away ? 'database away' : 'unexpected error'
	);
	const code = away ? 'busy' : 'unexpected';
	return { code, message: sentence(code, language) };
};

/** Refusals of the framework itself; an address that cannot be read leads nowhere. */
const sentWrongly: Readonly<Record<number, DoorRefusalCode>> = {
	403: 'foreign-origin',
	405: 'wrong-method',
	413: 'too-large',
	415: 'wrong-content-type'
};

/** An address whose escapes mean nothing leads nowhere; the framework would answer with a page. */
function isReadable(pathname: string): boolean {
	try {
		// The result is used, or the bundler leaves the call out.
		return decodeURI(pathname) !== '';
	} catch {
		return false;
	}
}

function sentence(code: DoorRefusalCode, language: Language): string {
	return refusalSentence(refuse(code).refusal, language);
}

function comesFromUs(
	event: Parameters<Handle>[0]['event'],
	configured: string | undefined
): boolean {
	const { headers } = event.request;
	return isOwnOrigin(headers.get('origin'), headers.get('host') ?? event.url.host, configured);
}

function withHeaders(response: Response, url: URL): Response {
	response.headers.set('x-content-type-options', 'nosniff');
	response.headers.set('referrer-policy', 'same-origin');
	if (url.pathname.startsWith('/api/') && !response.headers.has('cache-control'))
		response.headers.set('cache-control', 'no-store');
	return response;
}

function themeOf(cookie: string | undefined): 'light' | 'dark' | 'auto' {
	return cookie === 'light' || cookie === 'dark' ? cookie : 'auto';
}

function sizeOf(cookie: string | undefined): string {
	return cookie === '115' || cookie === '130' ? cookie : '100';
}
