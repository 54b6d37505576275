import type { Instant } from '#lib/kernel/instant.ts';

export interface Times {
	readonly deadline: Instant;
	readonly serverTime: Instant;
}

/** Why an answer still waits on the device; it is sent again whatever the reason. */
export type Trouble = 'offline' | 'busy' | 'signed-out' | 'not-taken';

export type SendAnswer =
	/** The newest save of the position, which need not be the one that was sent. */
	| ({ readonly kind: 'saved'; readonly clientSeq: number; readonly savedAt: Instant } & Times)
	/** `late`: kept apart, for the attempt has ended. `refused`: this very answer will never be taken. */
	| { readonly kind: 'late' | 'elsewhere' | 'ended' | 'refused' }
	| { readonly kind: 'waits'; readonly trouble: Trouble };

/** A reply to a save: what a single one or a problem holds. */
export interface ReplyBody extends Partial<Times> {
	readonly late?: number;
	readonly clientSeq?: number;
	readonly savedAt?: Instant;
	readonly type?: string;
	readonly errors?: readonly { readonly pointer: string }[];
}

const ownFields = /^\/(path\/position|response|clientSeq|responses\/0)\b/;

/**
 * What became of an answer. Only an acknowledgement, or a 422 about that very answer, lets the device
 * forget it; a session that ended elsewhere must cost nobody an answer. `null`: the server was not reached.
 */
export function judgeReply(status: number | null, body: ReplyBody): SendAnswer {
	if (status === null) return waits('offline');
	if (status === 200) return saved(body);
	if (status === 202) return { kind: 'late' };
	if (body.type === '/problems/continued-elsewhere') return { kind: 'elsewhere' };
	if (body.type === '/problems/attempt-ended') return { kind: 'ended' };
	const isAboutIt = body.errors?.some(({ pointer }) => ownFields.test(pointer)) ?? false;
	if (status === 422 && isAboutIt) return { kind: 'refused' };
	// Not found: somebody else has signed in on this device meanwhile.
	if (status === 401 || status === 404) return waits('signed-out');
	return waits(status === 429 || status >= 500 ? 'busy' : 'not-taken');
}

function saved({ clientSeq, savedAt, deadline, serverTime }: ReplyBody): SendAnswer {
	if (clientSeq === undefined || !savedAt || !deadline || !serverTime) return waits('not-taken');
	return { kind: 'saved', clientSeq, savedAt, deadline, serverTime };
}

function waits(trouble: Trouble): SendAnswer {
	return { kind: 'waits', trouble };
}
