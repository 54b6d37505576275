import { sql } from 'kysely';
import type { Day } from '#lib/kernel/instant.ts';
import { folded } from '#lib/kernel/text.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { ItemVersion } from './item.ts';
import type { ItemFilter } from './item-filter.ts';
import { currentVersionRows } from './items.reads.server.ts';

/** A filter with what it takes to ask it: the bank, the day, and the sources that lapsed by then. */
export interface ItemQuestion extends Omit<ItemFilter, 'bankCode' | 'on'> {
	readonly bankCode: string;
	readonly on: Day;
	readonly staleSources: readonly string[];
}
export interface PlacedVersion extends ItemVersion {
	/** The item's place in its bank. */
	readonly position: number;
}

/** Up to `limit` items after `question.after`, in the bank's order. */
export async function listMatchingItems(
	db: ReadDb,
	question: ItemQuestion,
	limit: number
): Promise<PlacedVersion[]> {
	return matching(db, question)
		.select('item.position')
		.where('item.position', '>', question.after)
		.orderBy('item.position')
		.limit(limit)
		.execute();
}

/** The `after` of the page before, or null when this is the first. */
export async function findPreviousPlace(
	db: ReadDb,
	question: ItemQuestion,
	limit: number
): Promise<number | null> {
	const before = await matching(db, question)
		.select('item.position')
		.where('item.position', '<=', question.after)
		.orderBy('item.position', 'desc')
		.limit(limit + 1)
		.execute();
	return before.length === 0 ? null : (before[limit]?.position ?? 0);
}

export async function countMatchingItems(db: ReadDb, question: ItemQuestion): Promise<number> {
	const { count } = await matching(db, question)
		.clearSelect()
		.select(sql<number>`count(*)`.as('count'))
		.executeTakeFirstOrThrow();
	return count;
}

/** How many items of the question each topic has; topics without any are left out. */
export async function countItemsByTopic(
	db: ReadDb,
	question: ItemQuestion
): Promise<Map<string, number>> {
	const rows = await matching(db, question)
		.clearSelect()
		.select(['itemVersion.topic', sql<number>`count(*)`.as('count')])
		.groupBy('itemVersion.topic')
		.execute();
	return new Map(rows.map((row) => [row.topic, row.count]));
}

/** How many items of the question rest on each lapsed or replaced source. */
export async function countItemsByStaleSource(
	db: ReadDb,
	question: ItemQuestion
): Promise<Map<string, number>> {
	const rows = await matching(db, question)
		.clearSelect()
		.innerJoin(
			sql<{ id: string }>`lateral (
				select distinct cited ->> 'id' as id
				from jsonb_array_elements(item_version.content -> 'sources') cited
			)`.as('cited'),
			(join) => join.onTrue()
		)
		.where(sql<boolean>`cited.id = any(${[...question.staleSources]}::text[])`)
		.select(['cited.id', sql<number>`count(*)`.as('count')])
		.groupBy('cited.id')
		.execute();
	return new Map(rows.map((row) => [row.id, row.count]));
}

function matching(db: ReadDb, question: ItemQuestion) {
	const { topics, levels, types, statuses, audiences, validity, text } = question;
	return currentVersionRows(db)
		.where('itemVersion.bankCode', '=', question.bankCode)
		.$if(topics.length > 0, (q) => q.where('itemVersion.topic', 'in', topics))
		.$if(levels.length > 0, (q) => q.where('itemVersion.level', 'in', levels))
		.$if(types.length > 0, (q) => q.where('itemVersion.type', 'in', types))
		.$if(statuses.length > 0, (q) => q.where('itemVersion.status', 'in', statuses))
		.$if(audiences.length > 0, (q) =>
			q.where(sql<boolean>`item_version.audiences && ${[...audiences]}::text[]`)
		)
		.$if(validity !== null, (q) => q.where(dueForReview(question), '=', validity === 'review'))
		.$if(text.trim() !== '', (q) =>
			q.where('itemVersion.searchText', 'like', `%${likeText(folded(text))}%`)
		);
}

/** What review-need.ts says of one item, asked of all. */
function dueForReview({ on, staleSources }: ItemQuestion) {
	return sql<boolean>`(
		item_version.valid_from > ${on}::date
		or coalesce(item_version.valid_to <= ${on}::date, false)
		or exists (
			select 1 from jsonb_array_elements(item_version.content -> 'sources') cited
			where cited ->> 'id' = any(${[...staleSources]}::text[])
		)
	)`;
}

function likeText(text: string): string {
	return text.replace(/[\\%_]/g, '\\$&');
}
