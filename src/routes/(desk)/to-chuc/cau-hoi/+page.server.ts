import { isNarrowed, queryAfter, readItemFilter } from '#lib/bank/item-filter.ts';
import { viewItems } from '#lib/bank/view-items.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { PageServerLoad } from './$types';

/** The item bank: a page of items, narrowed by the address. */
export const load: PageServerLoad = async (event) => {
	const query = event.url.searchParams;
	const filter = readItemFilter(query);
	const list = await runLoad(event, viewItems, filter);
	return {
		filter,
		list,
		narrowed: isNarrowed(filter),
		nextHref: list?.next == null ? undefined : queryAfter(query, list.next),
		previousHref: list?.previous == null ? undefined : queryAfter(query, list.previous)
	};
};
