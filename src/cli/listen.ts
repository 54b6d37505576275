import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotRun } from './command.ts';
import type { WebApp } from './web-app.ts';

export interface Listening {
	readonly address: string;
	stop(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/** Takes requests until `stop`, which lets running ones end, but waits for them only so long. */
export async function listen(app: WebApp, host: string, port: number): Promise<Listening> {
	let draining = false;
	const server = http.createServer((request, response) => {
		if (draining) response.setHeader('connection', 'close');
		app.handle(request, response);
	});
	// Whoever sends slower than this holds a place that others wait for.
	server.headersTimeout = 20_000;
	server.requestTimeout = 30_000;
	server.keepAliveTimeout = 65_000; // longer than a proxy's usual 60 s, so that the proxy closes first
	await bind(server, host, port);
	const bound = (server.address() as AddressInfo).port;
	return {
		address: `http://localhost:${bound}`,
		async stop() {
			draining = true;
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeIdleConnections();
			await app.stop();
			await Promise.race([closed, sleep(PATIENCE_MS, undefined, { ref: false })]);
			server.closeAllConnections();
			await closed;
		}
	};
}

async function bind(server: http.Server, host: string, port: number): Promise<void> {
	try {
		await listenOn(server, host, port);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		// A machine without IPv6 has no "every address" of it.
		if (host === '::' && (code === 'EAFNOSUPPORT' || code === 'EADDRNOTAVAIL'))
			return bind(server, '0.0.0.0', port);
		if (code === 'EADDRINUSE')
			throw new CannotRun(
				`port ${port} is taken: stop what uses it, or choose another with --port`
			);
		if (code === 'EACCES' || code === 'EADDRNOTAVAIL')
			throw new CannotRun(`cannot listen on ${host} port ${port} (${code}): choose another`);
		throw error;
	}
}

function listenOn(server: http.Server, host: string, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen({ host, port }, () => {
			server.off('error', reject);
			resolve();
		});
	});
}
