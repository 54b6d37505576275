import type { Instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { ReadDb, WriteDb } from '#lib/server/db/client.ts';
import { tokenHash } from './secrets.ts';

export interface Account {
	readonly id: string;
	readonly holder: 'person' | 'staff' | 'program';
	readonly username: string | null;
	readonly language: Language | null;
}

export async function findAccount(db: ReadDb, id: string): Promise<Account | undefined> {
	const row = await db
		.selectFrom('account')
		.select(['id', 'holder', 'username', 'language'])
		.where('id', '=', id)
		.executeTakeFirst();
	return row as Account | undefined;
}

/** For a sign-in: locks the account, so that parallel wrong passwords are counted one after the other. */
export function findAccountForSignIn(
	tx: WriteDb,
	username: string
): Promise<
	{ id: string; holder: string; passwordHash: string | null; language: string | null } | undefined
> {
	return tx
		.selectFrom('account')
		.select(['id', 'holder', 'passwordHash', 'language'])
		.where('username', '=', username)
		.forNoKeyUpdate()
		.executeTakeFirst();
}

export interface SetUpLink {
	readonly accountId: string;
	readonly username: string;
	readonly expiresAt: Instant;
	readonly usedAt: Instant | null;
}

/** The link whose text is `token`, used or not. */
export async function findSetUpLink(db: ReadDb, token: string): Promise<SetUpLink | undefined> {
	const row = await db
		.selectFrom('setupLink')
		.innerJoin('account', 'account.id', 'setupLink.accountId')
		.leftJoin('setupLinkUse', 'setupLinkUse.tokenHash', 'setupLink.tokenHash')
		.select([
			'setupLink.accountId',
			'account.username',
			'setupLink.expiresAt',
			'setupLinkUse.usedAt'
		])
		.where('setupLink.tokenHash', '=', tokenHash(token))
		.executeTakeFirst();
	return row && { ...row, username: row.username ?? '' };
}

/** The account behind an API token in force. */
export async function findTokenHolder(db: ReadDb, token: string): Promise<Account | undefined> {
	const row = await db
		.selectFrom('apiToken')
		.innerJoin('account', 'account.id', 'apiToken.accountId')
		.select(['account.id', 'account.holder', 'account.username', 'account.language'])
		.where('apiToken.tokenHash', '=', tokenHash(token))
		.where('apiToken.revokedAt', 'is', null)
		.executeTakeFirst();
	return row as Account | undefined;
}
