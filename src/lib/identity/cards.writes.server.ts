import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';

export interface NewCard {
	readonly id: string;
	readonly accountId: string;
	readonly codeHash: Buffer;
	readonly pinHash: Buffer;
	readonly issuedAt: Instant;
}

/** Inserts cards; one whose code is taken is left out. Gives the ids that were inserted. */
export async function insertCards(tx: WriteDb, cards: readonly NewCard[]): Promise<Set<string>> {
	if (cards.length === 0) return new Set();
	const rows = await tx
		.insertInto('card')
		.values([...cards])
		.onConflict((conflict) => conflict.column('codeHash').doNothing())
		.returning('id')
		.execute();
	return new Set(rows.map((row) => row.id));
}

export async function recordRevocation(
	tx: WriteDb,
	accountIds: readonly string[],
	revokedAt: Instant
): Promise<string[]> {
	if (accountIds.length === 0) return [];
	const rows = await tx
		.updateTable('card')
		.set({ revokedAt })
		.where('accountId', 'in', [...accountIds])
		.where('revokedAt', 'is', null)
		.returning('accountId')
		.execute();
	return rows.map(({ accountId }) => accountId);
}
