import { viewItem } from '#lib/bank/view-item.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { PageServerLoad } from './$types';

/** One item: what a pupil will see, the key, what it rests on. */
export const load: PageServerLoad = async (event) => ({
	at: event.locals.at,
	sheet: await runLoad(event, viewItem, {
		itemId: event.params.id,
		bankCode: event.url.searchParams.get('ngan-hang')
	})
});
