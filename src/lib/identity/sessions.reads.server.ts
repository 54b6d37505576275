import type { Instant } from '#lib/kernel/instant.ts';
import { msBetween } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Account } from './accounts.reads.server.ts';
import { tokenHash } from './secrets.ts';
import { SESSION_MS } from './session-life.ts';

export interface SessionFound extends Account {
	readonly expiresAt: Instant;
	/** Less than half of its life is left: the door may renew it. */
	readonly due: boolean;
}

/** The account signed in with this session id (the cookie's text); `undefined` when it ended or never was. */
export async function findSession(
	db: ReadDb,
	token: string,
	at: Instant
): Promise<SessionFound | undefined> {
	const row = await db
		.selectFrom('session')
		.innerJoin('account', 'account.id', 'session.accountId')
		.select([
			'account.id',
			'account.holder',
			'account.username',
			'account.language',
			'session.expiresAt'
		])
		.where('session.idHash', '=', tokenHash(token))
		.where('session.expiresAt', '>', at)
		.executeTakeFirst();
	if (!row) return undefined;
	return { ...(row as Account), ...lifeOf(row.expiresAt, at) };
}

function lifeOf(expiresAt: Instant, at: Instant): Pick<SessionFound, 'expiresAt' | 'due'> {
	return { expiresAt, due: msBetween(at, expiresAt) < SESSION_MS / 2 };
}
