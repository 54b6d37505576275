import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '../db/client.ts';

export const consumers = ['board', 'participation'] as const;
export type Consumer = (typeof consumers)[number];

/** Something that boards and participation count, told in the transaction in which it happened. */
export interface Happening {
	readonly kind: 'entry' | 'start' | 'end' | 'ruling';
	readonly contestCode: string;
	readonly roundId: string | null;
	readonly personId: string;
	readonly attemptId: string | null;
	readonly at: Instant;
}

/** One row per consumer and happening; each consumer deletes only its own (architecture §3, A board). */
export async function recordForConsumers(
	tx: WriteDb,
	happenings: Happening | readonly Happening[]
): Promise<void> {
	const list = 'kind' in happenings ? [happenings] : happenings;
	if (list.length === 0) return;
	await tx
		.insertInto('outbox')
		.values(
			list.flatMap(({ at, ...row }) =>
				consumers.map((consumer) => ({ ...row, consumer, recordedAt: at }))
			)
		)
		.execute();
}

export interface OutboxRow {
	readonly id: number;
	readonly kind: string;
	readonly contestCode: string;
	readonly roundId: string | null;
	readonly personId: string;
	readonly attemptId: string | null;
}

/**
 * Takes up to `limit` rows of a consumer out of the outbox, inside the consumer's transaction: rows that
 * another transaction holds are left for the next turn, rows that commit late are found by a later turn,
 * and a consumer that dies gets its rows back by the rollback.
 */
export function takeFromOutbox(
	tx: WriteDb,
	consumer: Consumer,
	limit: number
): Promise<OutboxRow[]> {
	return tx
		.deleteFrom('outbox')
		.where('id', 'in', (eb) =>
			eb
				.selectFrom('outbox')
				.select('id')
				.where('consumer', '=', consumer)
				.orderBy('id')
				.limit(limit)
				.forUpdate()
				.skipLocked()
		)
		.returning(['id', 'kind', 'contestCode', 'roundId', 'personId', 'attemptId'])
		.execute();
}
