import type { ReadDb, WriteDb } from '#lib/server/db/client.ts';

export interface CardForSignIn {
	readonly id: string;
	readonly accountId: string;
	readonly pinHash: Buffer;
	readonly holder: string;
}

/** For a sign-in: the card in force with this code, locked, so that parallel wrong PINs are counted in turn. */
export function findCardForSignIn(
	tx: WriteDb,
	codeHash: Buffer
): Promise<CardForSignIn | undefined> {
	return tx
		.selectFrom('card')
		.innerJoin('account', 'account.id', 'card.accountId')
		.select(['card.id', 'card.accountId', 'card.pinHash', 'account.holder'])
		.where('card.codeHash', '=', codeHash)
		.where('card.revokedAt', 'is', null)
		.forNoKeyUpdate('card')
		.executeTakeFirst();
}

/** Those of these accounts that have a card in force. */
export async function listCardHolders(
	db: ReadDb,
	accountIds: readonly string[]
): Promise<Set<string>> {
	if (accountIds.length === 0) return new Set();
	const rows = await db
		.selectFrom('card')
		.select('accountId')
		.where('accountId', 'in', [...accountIds])
		.where('revokedAt', 'is', null)
		.execute();
	return new Set(rows.map((row) => row.accountId));
}
