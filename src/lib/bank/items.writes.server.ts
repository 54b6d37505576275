import { canonicalJson } from '#lib/kernel/canonical-json.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import { folded } from '#lib/kernel/text.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { Item } from './item.ts';

export interface NewVersion {
	readonly version: number;
	readonly item: Item;
}
export interface RecordVersions {
	readonly bankCode: string;
	readonly versions: readonly NewVersion[];
	readonly at: Instant;
	readonly by: string | null;
	readonly random: RandomSource;
}

/** Items that the bank does not know yet get their places after those it has, in the order given. */
export async function insertItems(
	tx: WriteDb,
	{ bankCode, versions, at }: RecordVersions
): Promise<void> {
	const fresh = versions.filter((version) => version.version === 1);
	const { last } = await tx
		.selectFrom('item')
		.select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
		.where('bankCode', '=', bankCode)
		.executeTakeFirstOrThrow();
	for (const rows of chunks(
		fresh.map(({ item }, index) => ({
			bankCode,
			itemId: item.id,
			position: last + index + 1,
			recordedAt: at
		}))
	))
		await tx.insertInto('item').values(rows).execute();
}

/** Adds versions; those before them stay as they are. */
export async function insertItemVersions(tx: WriteDb, record: RecordVersions): Promise<void> {
	const rows = record.versions.map(({ version, item }) => ({
		id: record.random.id(),
		bankCode: record.bankCode,
		itemId: item.id,
		version,
		content: canonicalJson(item),
		type: item.type,
		topic: item.topic,
		level: item.level,
		status: item.status,
		validFrom: item.validFrom,
		validTo: item.validTo,
		audiences: [...(item.audiences ?? [])],
		searchText: searchText(item),
		recordedAt: record.at,
		recordedBy: record.by
	}));
	for (const part of chunks(rows)) await tx.insertInto('itemVersion').values(part).execute();
}

/** The id and every word that a pupil would read, folded. */
function searchText(item: Item): string {
	return folded([item.id, item.stem, ...partTexts(item)].join(' '));
}

function partTexts(item: Item): string[] {
	switch (item.type) {
		case 'single':
		case 'multiple':
			return item.options.map((part) => part.text);
		case 'trueFalseGroup':
			return item.statements.map((part) => part.text);
		case 'matching':
			return [...item.left, ...item.right].map((part) => part.text);
		case 'ordering':
			return item.elements.map((part) => part.text);
		case 'numeric':
		case 'shortAnswer':
			return [];
	}
}

function chunks<T>(rows: readonly T[]): T[][] {
	const size = 1000; // a statement takes at most 65 535 values
	return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
		rows.slice(i * size, (i + 1) * size)
	);
}
