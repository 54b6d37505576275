import type { Pulse } from '#lib/taking/view-pulse.server.ts';
import { judgeReply, type ReplyBody, type SendAnswer } from './judge-reply.ts';
import type { Unsent } from './unsent-store.ts';

interface Sender {
	readonly attemptId: string;
	readonly writer: number;
}

/** Saves one answer by the API that stands before the framework. */
export async function sendOne(
	{ attemptId, writer }: Sender,
	position: number,
	unsent: Unsent
): Promise<SendAnswer> {
	const path = `/api/v1/attempts/${attemptId}/responses/${position}`;
	return judged(await call('PUT', path, { ...unsent, writer }));
}

/** Hands in an answer after the attempt's end: as a batch of one, which is kept apart. */
export async function sendLate(
	{ attemptId, writer }: Sender,
	position: number,
	unsent: Unsent
): Promise<SendAnswer> {
	const path = `/api/v1/attempts/${attemptId}/responses`;
	return judged(await call('POST', path, { writer, responses: [{ position, ...unsent }] }));
}

async function judged(reply: globalThis.Response | null): Promise<SendAnswer> {
	const body = (await reply?.json().catch(() => ({}))) as ReplyBody | undefined;
	return judgeReply(reply?.status ?? null, body ?? {});
}

/** null: not reached. */
export async function askPulse(attemptId: string): Promise<Pulse | null> {
	const reply = await call('GET', `/api/v1/attempts/${attemptId}/pulse`);
	return reply?.ok ? ((await reply.json()) as Pulse) : null;
}

async function call(
	method: string,
	path: string,
	body?: unknown
): Promise<globalThis.Response | null> {
	try {
		return await fetch(path, {
			method,
			...(body === undefined
				? {}
				: { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
		});
	} catch {
		return null;
	}
}
