import { viewPublication } from '#lib/results/view-publication.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import { viewStandingsSchema } from '#lib/standings/view-standings.schema.ts';
import {
	viewStandings,
	type PersonStandings,
	type UnitStandings
} from '#lib/standings/view-standings.server.ts';
import type { PageServerLoad } from './$types';
import { finalBoards } from './final-rows.ts';
import { LIMIT } from './shown-boards.ts';

/**
 * People of a round, `?round=r1&group=…&unit=…&cursor=50&compare=2`, or `?round=final`: the final of the published
 * contest, group by group. What cannot be read of the query is left out.
 */
export const load: PageServerLoad = async (event) => {
	const { contest, asked, published } = await event.parent();
	const query = Object.fromEntries(event.url.searchParams);
	const { unit, cursor } = viewStandingsSchema.shape;
	const group = contest.groups.find(({ id }) => id === query['group'])?.id;
	const from = cursor.safeParse(query['cursor']).data;
	const compare = /^\d{1,4}$/.test(query['compare'] ?? '') ? Number(query['compare']) : null;
	const filters = { group: group ?? '', cursor: from ?? null, compare };
	if (asked.isFinal) {
		const shown = { ...filters, standings: null, units: [], unit: '' };
		if (published === null) return { ...shown, final: null };
		const offset = Number(from ?? 0);
		const wanted = { contestCode: contest.code, roundKey: null, offset, limit: LIMIT + 1 };
		const publication = await runLoad(event, viewPublication, wanted);
		return {
			...shown,
			final: finalBoards(publication, { chain: contest.finalChain, limit: LIMIT })
		};
	}
	const id = asked.round.id;
	const wanted = { id, group, unit: unit.safeParse(query['unit']).data, cursor: from };
	const ranked = await runLoad(event, viewStandings, { id, by: 'unit', limit: 200 });
	// `by` was asked for, so these are the boards of units and of people.
	const units = (ranked as UnitStandings).rows.map(({ unitId, name }) => ({ key: unitId, name }));
	const people = await runLoad(event, viewStandings, { ...wanted, by: 'person', limit: LIMIT });
	const standings = people as PersonStandings;
	return { ...filters, standings, units, unit: wanted.unit ?? '', final: null };
};
