import { readDay } from '#lib/kernel/instant.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { readings } from '#lib/units/lineage.ts';
import { viewIndicator } from '#lib/verdicts/view-indicator.server.ts';
import type { PageServerLoad } from './$types';

/** One indicator, `?as-of=2024-12-31&reading=as-now`; what cannot be read shows the default and says so. */
export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const typed = searchParams.get('as-of') ?? '';
	const asOf = readDay(typed);
	const reading = readings.find((each) => each === searchParams.get('reading')) ?? 'as-was';
	const { id: code, chi_tieu: indicator } = event.params;
	const page = await runLoad(event, viewIndicator, { code, indicator, asOf, reading });
	return { ...page, typed, badDay: typed !== '' && asOf === undefined };
};
