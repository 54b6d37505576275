import http from 'node:http';

export interface CallOptions {
	readonly method: 'GET' | 'PUT' | 'POST';
	readonly path: string;
	/** The session cookie, `name=value`. */
	readonly cookie?: string | undefined;
	/** Sent as JSON. */
	readonly body?: unknown;
}

export interface CallReply {
	/** 0: no answer came. */
	readonly status: number;
	readonly headers: http.IncomingHttpHeaders;
	readonly text: string;
}

/** Calls one server over a fixed number of kept connections, as browsers behind a proxy would. */
export interface Caller {
	call(options: CallOptions): Promise<CallReply>;
	close(): void;
}

/** A request without an answer for so long counts as an error. */
const PATIENCE_MS = 30_000;

export function createCaller(origin: string, connections: number): Caller {
	const { hostname, port } = new URL(origin);
	const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
	return {
		call({ method, path, cookie, body }) {
			const sent = body === undefined ? undefined : JSON.stringify(body);
			const headers: http.OutgoingHttpHeaders = {
				...(cookie !== undefined && { cookie }),
				...(method !== 'GET' && { origin }),
				...(sent !== undefined && {
					'content-type': 'application/json',
					'content-length': Buffer.byteLength(sent)
				})
			};
			return send({ agent, hostname, port, method, path, headers, timeout: PATIENCE_MS }, sent);
		},
		close: () => agent.destroy()
	};
}

function send(options: http.RequestOptions, body: string | undefined): Promise<CallReply> {
	return new Promise((resolve) => {
		const nothing = () => resolve({ status: 0, headers: {}, text: '' });
		const request = http.request(options, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('error', nothing);
			response.on('end', () => {
				const text = Buffer.concat(chunks).toString('utf8');
				resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
			});
		});
		request.on('timeout', () => request.destroy());
		request.on('error', nothing);
		request.end(body);
	});
}

/** True when it was answered with `status`; else what it was answered with: `409 attempt-ended`. */
export function verdictOn(reply: CallReply, status: number): true | string {
	if (reply.status === status) return true;
	if (reply.status === 0) return 'no answer';
	const code = /"type":"\/problems\/([a-z-]+)"/.exec(reply.text)?.[1];
	return [reply.status, code].filter(Boolean).join(' ');
}
