import { addMs, msBetween } from '#lib/kernel/instant.ts';
import type { Refused } from '#lib/kernel/outcome.ts';
import type { WriteContext } from './context.ts';
import {
	countWrongInARow,
	findLockout,
	listFailuresOfAddress,
	type Tried
} from './failures.reads.server.ts';
import { lockAddress, recordFailedSignIn, recordLockout } from './failures.writes.server.ts';
import { refuse, type IdentityRefusal } from './refusals.ts';
import { addressHash } from './secrets.ts';
import { addressWaitMs, afterWrongTry, LOCK_MS } from './sign-in-limits.ts';

/** A sign-in that is about to be decided. */
export interface Try {
	readonly means: 'card' | 'password';
	/** The caller's IP address; only a keyed hash of its bucket is kept. */
	readonly address: string;
	/** What was tried, once it is known and locked. */
	readonly tried: Tried | null;
}

type No = Refused<IdentityRefusal>;

/** Too many wrong tries from this address in the last minute? Then not even a right one is looked at. */
export async function refuseBusyAddress(
	ctx: WriteContext,
	address: string
): Promise<No | undefined> {
	const bucket = addressHash(ctx.keys.card, address);
	const retryAfterMs = addressWaitMs(await listFailuresOfAddress(ctx.tx, bucket, ctx.at), ctx.at);
	return retryAfterMs > 0 ? refuse('too-many-attempts', { facts: { retryAfterMs } }) : undefined;
}

/** Is this card, or this account, shut for now? */
export async function refuseLocked(ctx: WriteContext, tried: Tried): Promise<No | undefined> {
	const until = await findLockout(ctx.tx, tried, ctx.at);
	return until === undefined ? undefined : lockedFor(tried, msBetween(ctx.at, until));
}

/**
 * Counts a wrong try, shuts the card or account at the fifth in a row, and says no in a way that stands
 * (`keep`). The caller holds the lock of what was tried; the address is locked here, after it.
 */
export async function countWrongTry(ctx: WriteContext, one: Try): Promise<No> {
	const addressBucket = addressHash(ctx.keys.card, one.address);
	await lockAddress(ctx.tx, addressBucket);
	const busy = await refuseBusyAddress(ctx, one.address);
	if (busy) return busy;
	const before = one.tried ? await countWrongInARow(ctx.tx, one.tried, ctx.at) : 0;
	const { cardId = null, accountId = null } = one.tried ?? {};
	await recordFailedSignIn(ctx.tx, {
		at: ctx.at,
		means: one.means,
		cardId,
		accountId,
		addressBucket
	});
	if (!one.tried)
		return refuse(one.means === 'card' ? 'unknown-card' : 'wrong-password', { keep: true });
	const next = afterWrongTry(before);
	if (next.kind === 'lock') return lock(ctx, one.tried);
	const code = one.means === 'card' ? 'wrong-pin' : 'wrong-password';
	// An unknown username must not look different: tries left are told for cards only.
	return refuse(code, {
		keep: true,
		...(one.means === 'card' ? { facts: { left: next.left } } : {})
	});
}

async function lock(ctx: WriteContext, tried: Tried): Promise<No> {
	const lockedUntil = addMs(ctx.at, LOCK_MS);
	await recordLockout(ctx.tx, tried, { id: ctx.random.id(), lockedAt: ctx.at, lockedUntil });
	return lockedFor(tried, LOCK_MS);
}

function lockedFor(tried: Tried, retryAfterMs: number): No {
	const code = tried.cardId === null ? 'account-locked' : 'card-locked';
	return refuse(code, { facts: { retryAfterMs }, keep: true });
}
