import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenNeeded } from './build.ts';
import { useBuild } from './builds-in-use.ts';
import { callerAddress } from './caller-address.ts';
import type { Config } from '#lib/server/config.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What answers requests: the front first, then the framework. */
export interface WebApp {
	readonly handle: Handler;
	/** Asked for once when listening, where the app wakes only at its first request (Vite). */
	readonly wakePath?: string;
	/** Ends event streams and jobs, lets writes in flight end, closes the web app's connections. */
	stop(): Promise<void>;
}

/** Published by the bundle's hooks.server.ts at its start, so that front and pages share one module graph. */
interface Front {
	handle(request: IncomingMessage, response: ServerResponse): boolean;
	stop(): Promise<void>;
}

export function publishedFront(): Front | undefined {
	return (globalThis as Record<symbol, unknown>)[Symbol.for('khoabang.front')] as Front | undefined;
}

/** The web app reads the caller's address here; whatever a caller writes in it is replaced. */
const ADDRESS_HEADER = 'x-khoabang-address';

/** Loads the build, making it first when it is not of these sources. */
export async function openBuiltApp(config: Config): Promise<WebApp> {
	const { folder, fresh } = await buildWhenNeeded();
	if (fresh) console.error('built the web app');
	useBuild(folder);
	process.env.NODE_ENV = 'production';
	// The door has its own, narrower limits; this is the largest file that anybody may send (architecture §2).
	process.env.BODY_SIZE_LIMIT = '256K';
	if (config.origin === undefined) process.env.PROTOCOL_HEADER = 'x-forwarded-proto';
	process.env.ADDRESS_HEADER = ADDRESS_HEADER;
	const url = pathToFileURL(path.join(folder, 'handler.js')).href;
	const { handler } = (await import(url)) as {
		handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
	};
	return {
		handle(request, response) {
			// Without ORIGIN we are plain http, whatever the caller claims.
			if (config.origin === undefined) request.headers['x-forwarded-proto'] = 'http';
			request.headers[ADDRESS_HEADER] = addressOf(config, request);
			if (publishedFront()?.handle(request, response)) return;
			handler(request, response, () => response.writeHead(404).end());
		},
		stop: async () => publishedFront()?.stop()
	};
}

function addressOf({ addressSource }: Config, { headers, socket }: IncomingMessage): string {
	const peer = socket.remoteAddress ?? '';
	return addressSource ? callerAddress(addressSource, headers, peer) : peer;
}
