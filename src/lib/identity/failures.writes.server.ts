import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { Tried } from './failures.reads.server.ts';

export interface WrongTryRow {
	readonly at: Instant;
	readonly means: 'card' | 'password';
	readonly cardId: string | null;
	readonly accountId: string | null;
	readonly addressBucket: Buffer;
}

/** Until the transaction ends, no other wrong try of this address is counted. */
export async function lockAddress(tx: WriteDb, addressBucket: Buffer): Promise<void> {
	const key = addressBucket.readBigInt64BE(0).toString();
	await sql`select pg_advisory_xact_lock(${key}::bigint)`.execute(tx);
}

export async function recordFailedSignIn(tx: WriteDb, row: WrongTryRow): Promise<void> {
	await tx.insertInto('failedSignIn').values(row).execute();
}

export async function recordLockout(
	tx: WriteDb,
	tried: Tried,
	lock: { readonly id: string; readonly lockedAt: Instant; readonly lockedUntil: Instant }
): Promise<void> {
	const whose = tried.cardId === null ? { accountId: tried.accountId } : { cardId: tried.cardId };
	await tx
		.insertInto('lockout')
		.values({ ...lock, ...whose })
		.execute();
}
