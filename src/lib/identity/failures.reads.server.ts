import { addMs, type Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { ADDRESS_TRIES, ADDRESS_WINDOW_MS, MEMORY_MS } from './sign-in-limits.ts';

/** What was tried: a card, or an account's password. */
export type Tried =
	| { readonly cardId: string; readonly accountId: string }
	| { readonly cardId: null; readonly accountId: string };

/** The latest wrong tries of an address inside the window, newest first, no more than decide. */
export async function listFailuresOfAddress(
	db: ReadDb,
	addressBucket: Buffer,
	at: Instant
): Promise<Instant[]> {
	const rows = await db
		.selectFrom('failedSignIn')
		.select('at')
		.where('addressBucket', '=', addressBucket)
		.where('at', '>', addMs(at, -ADDRESS_WINDOW_MS))
		.orderBy('at', 'desc')
		.limit(ADDRESS_TRIES)
		.execute();
	return rows.map((row) => row.at);
}

/**
 * The end of the lockout in force, if there is one. Asked under the row's lock, so a lockout that another
 * request has just set holds for this one too, even if this one arrived a moment earlier.
 */
export async function findLockout(
	db: ReadDb,
	tried: Tried,
	at: Instant
): Promise<Instant | undefined> {
	const row = await db
		.selectFrom('lockout')
		.select('lockedUntil')
		.where(tried.cardId === null ? 'accountId' : 'cardId', '=', tried.cardId ?? tried.accountId)
		.where('lockedUntil', '>', at)
		.executeTakeFirst();
	return row?.lockedUntil;
}

/** Wrong tries in a row: since the last lockout and the last sign-in, of the last day only. */
export async function countWrongInARow(db: ReadDb, tried: Tried, at: Instant): Promise<number> {
	const column = tried.cardId === null ? 'accountId' : 'cardId';
	const id = tried.cardId ?? tried.accountId;
	const since = await db
		.selectNoFrom((e) => [
			e
				.selectFrom('lockout')
				.select((l) => l.fn.max('lockedAt').as('at'))
				.where(column, '=', id)
				.as('locked'),
			e
				.selectFrom('signIn')
				.select((s) => s.fn.max('at').as('at'))
				.where('accountId', '=', tried.accountId)
				.as('signedIn')
		])
		.executeTakeFirstOrThrow();
	const row = await db
		.selectFrom('failedSignIn')
		.select((e) => e.fn.countAll<number>().as('wrong'))
		.where(column, '=', id)
		.where('means', '=', tried.cardId === null ? 'password' : 'card')
		.where('at', '>', latest(addMs(at, -MEMORY_MS), since.locked, since.signedIn))
		.executeTakeFirstOrThrow();
	return row.wrong;
}

function latest(first: Instant, ...others: (Instant | null)[]): Instant {
	return others.reduce<Instant>((a, b) => (b !== null && b > a ? b : a), first);
}
