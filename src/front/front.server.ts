import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ActorResolver } from '#src/actor.server.ts';
import { SESSION_COOKIE } from '#lib/identity/session-life.ts';
import type { Refusal } from '#lib/kernel/outcome.ts';
import type { Clock } from '#lib/server/clock.ts';
import type { Config } from '#lib/server/config.ts';
import { isBusy } from '#lib/server/door/is-busy.ts';
import { requestLanguage } from '#lib/server/door/language.ts';
import { isOwnOrigin, isWrite } from '#lib/server/door/origin.ts';
import { refuse } from '#lib/server/door/refusals.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import { sessionCookieOptions } from '#lib/server/door/session-cookie.ts';
import { createSaveGroup } from '#lib/taking/save-group.server.ts';
import { rememberingSources } from '#lib/taking/sources.server.ts';
import { callsOf, type Call } from './calls.server.ts';
import { createEventHub, type EventHub } from './event-hub.server.ts';
import {
	always,
	cookiesOf,
	replyJson,
	replyProblem,
	type Called,
	type Exchange
} from './exchange.ts';
import { createGate } from './gate.ts';
import { discardRest, readBody } from './read-body.ts';
import { findRoute, type CallName, type RouteFound } from './routes.ts';

/** What the front stands on; the same for all processes beside one database. */
export interface FrontDependencies {
	readonly door: Door;
	readonly clock: Clock;
	readonly actors: Pick<ActorResolver, 'resolve'>;
	readonly config: Pick<Config, 'origin' | 'databaseUrl' | 'databaseDirectUrl'>;
}

/** What stands before the framework: the hot path of taking, and the event streams. */
export interface Front {
	/** False: not ours, the framework answers. */
	handle(request: IncomingMessage, response: ServerResponse): boolean;
	/** Says bye on every stream, lets saves in flight end, takes nothing new. */
	stop(): Promise<void>;
}

interface Tools extends FrontDependencies {
	readonly calls: Readonly<Record<Exclude<CallName, 'events'>, Call>>;
	readonly hub: EventHub;
	isStopping(): boolean;
}

/** Of the pool's ten connections two are left to groups of saves and two to everything else. */
const RUNNING = { starts: 4, ends: 3 };
const LINE = { starts: 2_000, ends: 100_000 };

export async function createFront(dependencies: FrontDependencies): Promise<Front> {
	const { door } = dependencies;
	const saves = createSaveGroup(door.connections.write);
	const starts = createGate({ running: RUNNING.starts, waiting: LINE.starts });
	const ends = createGate({ running: RUNNING.ends, waiting: LINE.ends });
	const calls = callsOf({ door, sources: rememberingSources(), saves, starts, ends });
	const hub = await createEventHub(dependencies);
	let stopping = false;
	const tools: Tools = { ...dependencies, calls, hub, isStopping: () => stopping };
	return {
		handle(request, response) {
			// Of every answer, files and the framework's own included (contract §2, Headers).
			for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
			const found = findRoute(request.url ?? '');
			if (!found) {
				response.once('finish', () => discardRest(request));
				return false;
			}
			void answer(tools, exchangeOf(tools, { request, response, ...found }), found);
			return true;
		},
		async stop() {
			stopping = true;
			await hub.stop();
			await saves.drain();
		}
	};
}

function exchangeOf(
	{ clock }: Tools,
	{ request, response, params }: Pick<Exchange, 'request' | 'response' | 'params'>
): Exchange {
	const at = clock.now();
	const chosen = cookiesOf(request.headers.cookie).get('kb_language');
	const language = requestLanguage(chosen, request.headers['accept-language']);
	return { request, response, at, params, language };
}

async function answer(tools: Tools, exchange: Exchange, { route }: RouteFound): Promise<void> {
	const method = exchange.request.method ?? 'GET';
	try {
		const name = route.methods[method === 'HEAD' ? 'GET' : method];
		if (!name) return refuseMethod(exchange, Object.keys(route.methods));
		if (tools.isStopping()) return replyProblem(exchange, refuse('busy').refusal);
		if (isForeign(exchange, tools)) return replyProblem(exchange, refuse('foreign-origin').refusal);
		if (name === 'events' && method !== 'HEAD') return await tools.hub.open(exchange);
		if (name === 'events') return refuseMethod(exchange, Object.keys(route.methods));
		await answerCall(tools, exchange, tools.calls[name]);
	} catch (error) {
		answerFailure(tools, exchange, error);
	}
}

function refuseMethod(exchange: Exchange, allowed: readonly string[]): void {
	const { refusal } = refuse('wrong-method', { facts: { method: exchange.request.method ?? '' } });
	replyProblem(exchange, refusal, { allow: allowed.join(', ') });
}

/** A write that a cookie could authorise needs our own Origin. */
function isForeign({ request }: Exchange, { config }: Tools): boolean {
	const { authorization, origin, host } = request.headers;
	if (!isWrite(request.method ?? 'GET') || authorization !== undefined) return false;
	return !isOwnOrigin(origin, host, config.origin);
}

async function answerCall(tools: Tools, exchange: Exchange, call: Call): Promise<void> {
	const body = isWrite(exchange.request.method ?? 'GET') ? await readBody(exchange.request) : null;
	if (body && !body.ok) return replyProblem(exchange, body.refusal);
	// A request has arrived when its last byte has: who dribbles the body gains no time by it.
	const called = await identify(tools, { ...exchange, at: tools.clock.now() });
	const outcome = await call(called, body?.value);
	if (outcome.ok) replyJson(called, outcome.value.status, outcome.value.body);
	else replyProblem(called, outcome.refusal as Refusal);
}

async function identify(tools: Tools, exchange: Exchange): Promise<Called> {
	const { headers } = exchange.request;
	const session = cookiesOf(headers.cookie).get(SESSION_COOKIE) ?? null;
	const bearer = headers.authorization ?? null;
	const found = await tools.actors.resolve({ session, bearer }, exchange.at);
	if (found.renewed && session !== null) renewCookie(tools, exchange, session);
	return { ...exchange, actor: found.actor, language: found.language ?? exchange.language };
}

function renewCookie({ config }: Tools, { response }: Exchange, session: string): void {
	const { path, maxAge, secure } = sessionCookieOptions(
		config.origin?.startsWith('https:') ?? false
	);
	const flags = `Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
	response.setHeader('set-cookie', `${SESSION_COOKIE}=${encodeURIComponent(session)}; ${flags}`);
}

/** A throw: the caller went away, the database is away (503, repeat), or a bug. */
function answerFailure({ door }: Tools, exchange: Exchange, error: unknown): void {
	const gone = exchange.request.destroyed && !exchange.request.complete;
	if (gone) return;
	const away = isBusy(error);
	if (away) door.log.warn({ err: error }, 'database away');
	else door.log.error({ err: error }, 'unexpected error');
	replyProblem(exchange, refuse(away ? 'busy' : 'unexpected').refusal);
}
