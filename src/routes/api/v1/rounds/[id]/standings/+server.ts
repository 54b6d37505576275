import { withEtag } from '#lib/server/door/etag.ts';
import { runJsonView } from '#lib/server/door/run-json.server.ts';
import { viewStandingsSchema } from '#lib/standings/view-standings.schema.ts';
import { viewStandings } from '#lib/standings/view-standings.server.ts';
import type { RequestHandler } from './$types';

/** `GET /rounds/{id}/standings` (contract §2): the latest snapshot, with a strong ETag. */
export const GET: RequestHandler = async (event) =>
	withEtag(event.request, await runJsonView(event, viewStandingsSchema, viewStandings));
