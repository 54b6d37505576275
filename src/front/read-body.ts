import type { IncomingMessage } from 'node:http';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { refuse, type DoorRefusal } from '#lib/server/door/refusals.ts';
import { BODY_LIMIT } from '#lib/server/door/run-json.server.ts';

const JSON_TYPE = /^application\/json\s*(;|$)/i;

/** The body as JSON; none at all reads as `{}`. The same limits as the door's (contract §2, Doors). */
export async function readBody(request: IncomingMessage): Promise<Outcome<unknown, DoorRefusal>> {
	const length = request.headers['content-length'];
	if (Number(length ?? 0) > BODY_LIMIT) return tooLarge();
	const isEmpty = length === '0' || (!length && !request.headers['transfer-encoding']);
	const type = request.headers['content-type'] ?? '';
	if (isEmpty && type === '') return ok({});
	if (!JSON_TYPE.test(type)) return refuse('wrong-content-type');
	const bytes = await readLimited(request);
	if (bytes === undefined) return tooLarge();
	return isEmpty ? ok({}) : parse(bytes);
}

function tooLarge() {
	return refuse('too-large', { facts: { limit: '256 KB' } });
}

async function readLimited(request: IncomingMessage): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length;
		if (size > BODY_LIMIT) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parse(bytes: Buffer): Outcome<unknown, DoorRefusal> {
	try {
		return ok(JSON.parse(utf8.decode(bytes)));
	} catch {
		return refuse('unreadable-json');
	}
}

/** More than this of a body that nobody wants is not listened to. */
const MOST_DISCARDED = 20 * 1024 * 1024;

/**
 * After an answer that did not read the whole body (too large, wrong type, no such address): throws the rest
 * away, or the next request on the connection would wait behind it.
 */
export function discardRest(request: IncomingMessage): void {
	if (request.complete || request.destroyed) return;
	let size = 0;
	request.removeAllListeners('data');
	request.on('data', (chunk: Buffer) => {
		size += chunk.length;
		if (size > MOST_DISCARDED) request.destroy();
	});
	request.resume();
}
