import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { tokenHash } from './secrets.ts';

export interface NewAccount {
	readonly id: string;
	readonly holder: 'person' | 'staff' | 'program';
	readonly username: string | null;
	readonly createdAt: Instant;
}

/** Inserts accounts; those whose username is taken are left out. Gives the ids that were inserted. */
export async function insertAccounts(
	tx: WriteDb,
	accounts: readonly NewAccount[]
): Promise<string[]> {
	if (accounts.length === 0) return [];
	const rows = await tx
		.insertInto('account')
		.values([...accounts])
		.onConflict((conflict) => conflict.column('username').doNothing())
		.returning('id')
		.execute();
	return rows.map((row) => row.id);
}

export async function replacePassword(
	tx: WriteDb,
	accountId: string,
	passwordHash: string
): Promise<void> {
	await tx.updateTable('account').set({ passwordHash }).where('id', '=', accountId).execute();
}

export interface NewSetUpLink {
	readonly token: string;
	readonly accountId: string;
	readonly createdAt: Instant;
	readonly expiresAt: Instant;
}

export async function insertSetUpLink(tx: WriteDb, link: NewSetUpLink): Promise<void> {
	const { token, ...row } = link;
	await tx
		.insertInto('setupLink')
		.values({ ...row, tokenHash: tokenHash(token) })
		.execute();
}

/** Records the use; false when somebody else was first. */
export async function recordSetUpLinkUse(
	tx: WriteDb,
	token: string,
	usedAt: Instant
): Promise<boolean> {
	const row = await tx
		.insertInto('setupLinkUse')
		.values({ tokenHash: tokenHash(token), usedAt })
		.onConflict((conflict) => conflict.column('tokenHash').doNothing())
		.returning('usedAt')
		.executeTakeFirst();
	return row !== undefined;
}

export interface NewApiToken {
	readonly token: string;
	readonly accountId: string;
	readonly name: string;
	readonly createdAt: Instant;
}

export async function insertApiToken(tx: WriteDb, apiToken: NewApiToken): Promise<void> {
	const { token, ...row } = apiToken;
	await tx
		.insertInto('apiToken')
		.values({ ...row, tokenHash: tokenHash(token) })
		.execute();
}
