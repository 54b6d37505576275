import type { Instant } from '#lib/kernel/instant.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { InstanceKeys } from '#lib/server/door/context.ts';
import { CARD_BYTES, drawCardText, writeCardText, type CardText } from './card-text.ts';
import { insertCards, recordRevocation, type NewCard } from './cards.writes.server.ts';
import { cardCodeHash, cardPinHash } from './secrets.ts';
import { deleteSessionsOf } from './sessions.writes.server.ts';

export interface CardIssue {
	readonly at: Instant;
	readonly random: RandomSource;
	readonly keys: InstanceKeys;
}

export interface IssuedCard {
	readonly accountId: string;
	/** `ABCD-EFGH 123456`: printed once, kept nowhere. */
	readonly card: string;
}

/**
 * Gives each account a new card, in the order asked. Throws if one has a card in force: revoke it first
 * (the database holds one card in force an account).
 */
export async function issueCards(
	tx: WriteDb,
	issue: CardIssue & { readonly accountIds: readonly string[] }
): Promise<IssuedCard[]> {
	const issued = new Map<string, string>();
	let open = [...issue.accountIds];
	while (open.length > 0) {
		const drawn = open.map((accountId) => drawCard(accountId, issue));
		const inserted = await insertCards(
			tx,
			drawn.map((one) => one.row)
		);
		for (const { row, text } of drawn)
			if (inserted.has(row.id)) issued.set(row.accountId, writeCardText(text));
		// A code drawn twice in 2^40 is drawn again.
		open = open.filter((accountId) => !issued.has(accountId));
	}
	return issue.accountIds.map((accountId) => ({
		accountId,
		card: issued.get(accountId) as string
	}));
}

/** One card for one account. */
export async function issueCard(
	tx: WriteDb,
	issue: CardIssue & { readonly accountId: string }
): Promise<{ card: string }> {
	const [issued] = await issueCards(tx, { ...issue, accountIds: [issue.accountId] });
	return { card: (issued as IssuedCard).card };
}

/** Ends the cards in force of these accounts, and the sessions begun with them: a lost card opens nothing. */
export async function revokeCards(
	tx: WriteDb,
	accountIds: string | readonly string[],
	at: Instant
): Promise<void> {
	const ended = await recordRevocation(
		tx,
		typeof accountIds === 'string' ? [accountIds] : accountIds,
		at
	);
	for (const accountId of ended) await deleteSessionsOf(tx, accountId, at);
}

function drawCard(accountId: string, issue: CardIssue): { row: NewCard; text: CardText } {
	const text = drawCardText(issue.random.bytes(CARD_BYTES));
	const row = {
		id: issue.random.id(),
		accountId,
		codeHash: cardCodeHash(issue.keys.card, text.code),
		pinHash: cardPinHash(issue.keys.card, text),
		issuedAt: issue.at
	};
	return { row, text };
}
