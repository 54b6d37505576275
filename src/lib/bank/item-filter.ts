import { readDay, type Day } from '#lib/kernel/instant.ts';
import { audiences } from '#lib/units/audience.ts';
import {
	itemStatuses,
	itemTypes,
	type ItemAudience,
	type ItemStatus,
	type ItemType
} from './item.ts';

/** What a list of items is narrowed by; an empty list or null narrows nothing. */
export interface ItemFilter {
	/** null: the first bank there is. */
	readonly bankCode: string | null;
	readonly topics: readonly string[];
	readonly levels: readonly string[];
	readonly types: readonly ItemType[];
	readonly statuses: readonly ItemStatus[];
	readonly audiences: readonly ItemAudience[];
	/** Asked of the day `on`; null is today. */
	readonly validity: 'valid' | 'review' | null;
	readonly on: Day | null;
	/** Words, in any case and without marks if one likes. */
	readonly text: string;
	/** Items after this place in the bank; 0 is the beginning. */
	readonly after: number;
}

/** The filter of an address. What it does not understand it leaves out, so that an old link still opens. */
export function readItemFilter(query: URLSearchParams): ItemFilter {
	const validity = query.get('hieu-luc');
	const after = Number(query.get('sau') ?? 0);
	return {
		bankCode: query.get('ngan-hang') || null,
		topics: query.getAll('chu-de').filter(Boolean).slice(0, 100),
		levels: query.getAll('muc-do').filter(Boolean).slice(0, 100),
		types: knownOf(itemTypes, query.getAll('loai')),
		statuses: knownOf(itemStatuses, query.getAll('tinh-trang')),
		audiences: knownOf(audiences, query.getAll('doi-tuong')),
		validity: validity === 'valid' || validity === 'review' ? validity : null,
		on: readDay(query.get('ngay') ?? '') ?? null,
		text: (query.get('tim') ?? '').replaceAll('\0', '').toWellFormed().slice(0, 200),
		after: Number.isSafeInteger(after) && after > 0 && after < 2 ** 31 ? after : 0
	};
}

/** The same address with another place; 0 goes to the beginning. */
export function queryAfter(query: URLSearchParams, after: number): string {
	const next = new URLSearchParams(query);
	next.delete('sau');
	if (after > 0) next.set('sau', String(after));
	return `?${next.toString()}`;
}

/** Is anything narrowed, so that an empty list means "nothing matches" rather than "nothing is here"? */
export function isNarrowed(filter: ItemFilter): boolean {
	const lists = [filter.topics, filter.levels, filter.types, filter.statuses, filter.audiences];
	return filter.text !== '' || filter.validity !== null || lists.some((list) => list.length > 0);
}

function knownOf<T extends string>(known: readonly T[], asked: readonly string[]): T[] {
	return known.filter((word) => asked.includes(word));
}
