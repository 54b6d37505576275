import type { Instant } from '#lib/kernel/instant.ts';
import type { Pulse } from '#lib/taking/view-pulse.server.ts';
import type { Unsent } from './unsent-store.ts';

export interface Times {
	readonly deadline: Instant;
	readonly serverTime: Instant;
}

export type SendAnswer =
	| ({ readonly kind: 'saved'; readonly savedAt: Instant } & Times)
	/** `unreached`: no network, or a busy server; the same call again is right. */
	| { readonly kind: 'elsewhere' | 'ended' | 'refused' | 'unreached' };

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
	const reply = await call('PUT', path, { ...unsent, writer });
	if (reply === null || reply.status >= 500) return { kind: 'unreached' };
	const body = (await reply.json().catch(() => ({}))) as Times & {
		savedAt: Instant;
		type?: string;
	};
	if (reply.ok) return { ...body, kind: 'saved' };
	if (body.type === '/problems/continued-elsewhere') return { kind: 'elsewhere' };
	return { kind: body.type === '/problems/attempt-ended' ? 'ended' : 'refused' };
}

/** Sends what was left after the end, in one call. */
export async function sendBatch(
	{ attemptId, writer }: Sender,
	unsent: Readonly<Record<number, Unsent>>
): Promise<void> {
	const responses = Object.entries(unsent).map(([position, entry]) => ({
		position: Number(position),
		...entry
	}));
	await call('POST', `/api/v1/attempts/${attemptId}/responses`, { writer, responses });
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
