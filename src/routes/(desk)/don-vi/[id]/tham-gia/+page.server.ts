import { readDay } from '#lib/kernel/instant.ts';
import { viewParticipation } from '#lib/participation/view-participation.server.ts';
import { viewUnitContests } from '#lib/participation/view-unit-contests.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { readings } from '#lib/units/lineage.ts';
import type { PageServerLoad } from './$types';

/**
 * Who took part below a unit, `?contest=w2-thcs-cds-2024&as-of=2024-12-31&reading=as-was`. Nothing named: the
 * newest contest that has entries below the unit.
 */
export const load: PageServerLoad = async (event) => {
	const { searchParams } = event.url;
	const unit = event.params.id;
	const code = searchParams.get('contest') ?? undefined;
	const about = await runLoad(event, viewUnitContests, { unit, contest: code });
	const typed = searchParams.get('as-of') ?? '';
	const asked = readDay(typed);
	const reading = readings.find((each) => each === searchParams.get('reading')) ?? about.reading;
	const shared = { ...about, reading, typed, badDay: typed !== '' && asked === undefined };
	const contest = code ? about.contests.find((each) => each.code === code) : about.contests[0];
	if (!contest && !code) return { ...shared, contest: null, participation: null };
	// A contest that does not exist is refused by the view itself.
	const participation = await runLoad(event, viewParticipation, {
		code: contest?.code ?? code ?? '',
		unit,
		'as-of': asked ?? contest?.asOf,
		reading
	});
	return { ...shared, contest: contest ?? null, participation };
};
