// A child process: the least that a server with PostgreSQL can do. One INSERT a request, or nothing at all.
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { ControlReady, ControlSetUp } from './control-set-up.ts';

process.once('message', (setUp: ControlSetUp) => void serve(setUp));
process.on('disconnect', () => process.exit(0));

async function serve({ databaseUrl, connections }: ControlSetUp): Promise<void> {
	const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
	await pool.query(`create table if not exists bench_control (
		id bigint generated always as identity primary key, position int not null, writer int not null,
		client_seq bigint not null, response jsonb not null, saved_at timestamptz not null)`);
	const server = http.createServer((request, response) => {
		void (request.url === '/insert' ? insert(pool, request, response) : nothing(request, response));
	});
	server.keepAliveTimeout = 65_000;
	server.listen(0, '127.0.0.1', () => {
		const { port } = server.address() as AddressInfo;
		process.send?.({ origin: `http://127.0.0.1:${port}` } satisfies ControlReady);
	});
}

async function insert(pool: pg.Pool, request: IncomingMessage, response: ServerResponse) {
	try {
		const { response: given, clientSeq, writer } = JSON.parse(await bodyOf(request));
		await pool.query(
			`insert into bench_control (position, writer, client_seq, response, saved_at)
			values ($1, $2, $3, $4, now())`,
			[1, writer, clientSeq, JSON.stringify(given)]
		);
		reply(response, 200, { clientSeq });
	} catch {
		reply(response, 500, {});
	}
}

async function nothing(request: IncomingMessage, response: ServerResponse) {
	await bodyOf(request);
	reply(response, 200, {});
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks).toString('utf8');
}

function reply(response: ServerResponse, status: number, value: object): void {
	const body = JSON.stringify(value);
	const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
	response.writeHead(status, headers).end(body);
}
