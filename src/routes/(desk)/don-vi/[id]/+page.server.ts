import { readDay } from '#lib/kernel/instant.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { viewUnit } from '#lib/units/view-unit.server.ts';
import type { PageServerLoad } from './$types';

/** A unit on a day, `?ngay=2025-06-30`; a day that no calendar has shows today and says so. */
export const load: PageServerLoad = async (event) => {
	const typed = event.url.searchParams.get('ngay') ?? '';
	const on = readDay(typed);
	const view = await runLoad(event, viewUnit, { key: event.params.id, on });
	return { ...view, typed, badDay: typed !== '' && on === undefined };
};
