import { runLoad } from '#lib/server/door/run-load.server.ts';
import { viewStandingsSchema } from '#lib/standings/view-standings.schema.ts';
import { viewStandings, type UnitStandings } from '#lib/standings/view-standings.server.ts';
import type { PageServerLoad } from './$types';

/** Ranked units of a round: `?round=r1&league=A`. What cannot be read of the query is left out. */
export const load: PageServerLoad = async (event) => {
	const { asked } = await event.parent();
	const { searchParams } = event.url;
	const cursor = viewStandingsSchema.shape.cursor.safeParse(
		searchParams.get('cursor') ?? undefined
	);
	const input = { id: asked.round.id, by: 'unit', limit: 200, cursor: cursor.data } as const;
	// `by` was asked for, so this is the board of units.
	const standings = (await runLoad(event, viewStandings, input)) as UnitStandings;
	return { standings, cursor: cursor.data ?? null, league: searchParams.get('league') };
};
