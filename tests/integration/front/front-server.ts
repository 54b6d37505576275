import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import { createFront, type Front } from '#src/front/front.server.ts';
import { anonymous, type Actor } from '#lib/identity/actor.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { seededRandom } from '#tests/support/random.ts';
import { testKeys } from '#tests/support/contexts.ts';
import { noteProvoked } from '#tests/support/provoked.ts';
import type { TakingWorld } from '../taking/world.ts';

export interface FrontServer {
	readonly origin: string;
	readonly front: Front;
	/** Lines of the log; a test that expects none looks. */
	readonly log: string[];
	/** The clock of the server stands still until it is set. */
	setTime(at: Instant): void;
	call(who: string | null, method: string, path: string, more?: Call): Promise<Reply>;
	close(): Promise<void>;
}

export interface Call {
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	/** Sent as it is. */
	readonly raw?: string | Uint8Array<ArrayBuffer>;
}

export interface Reply {
	readonly status: number;
	readonly headers: Headers;
	readonly body: Record<string, unknown>;
}

/** A real HTTP server with the front alone; sessions are the names of the world's people. */
export async function frontServer(world: TakingWorld, at: Instant): Promise<FrontServer> {
	let now = at;
	const log: string[] = [];
	const sink = new Writable({
		write: (chunk, _, done) => {
			log.push(String(chunk));
			done();
		}
	});
	const people = new Map<string, Actor>(Object.entries(world.people));
	const found = (name: string | undefined) => ({
		actor: (name && people.get(name)) || anonymous,
		language: null,
		renewed: false
	});
	const front = await createFront({
		door: {
			connections: world.connections,
			random: seededRandom('front'),
			keys: testKeys,
			log: pino({ level: 'warn' }, sink)
		},
		clock: { now: () => now, measure: async () => undefined, drift: () => 0 },
		actors: {
			resolve: async ({ session, bearer }) => found(session ?? bearer?.replace(/^Bearer /, ''))
		},
		config: { origin: undefined, databaseUrl: world.database.url, databaseDirectUrl: undefined }
	});
	const server = http.createServer((request, response) => {
		if (!front.handle(request, response)) response.writeHead(404).end('framework');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		origin,
		front,
		log,
		setTime: (time) => (now = time),
		call: (who, method, path, more = {}) => call(origin, { who, method, path }, more),
		async close() {
			await front.stop();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

async function call(
	origin: string,
	{ who, method, path }: { who: string | null; method: string; path: string },
	{ body, headers, raw }: Call
): Promise<Reply> {
	const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
	const reply = await fetch(`${origin}/api/v1${path}`, {
		method,
		headers: {
			...(who ? { cookie: `a=b; kb_session=${who}` } : {}),
			...(method === 'GET' ? {} : { origin }),
			...(sent === undefined ? {} : { 'content-type': 'application/json' }),
			...headers
		},
		...(sent === undefined ? {} : { body: sent })
	});
	const text = await reply.text();
	const read = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : { text };
	if (typeof read.type === 'string') noteProvoked(read.type.replace('/problems/', ''));
	return { status: reply.status, headers: reply.headers, body: read };
}
