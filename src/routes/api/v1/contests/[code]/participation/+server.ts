import { viewParticipationSchema } from '#lib/participation/view-participation.schema.ts';
import { viewParticipation } from '#lib/participation/view-participation.server.ts';
import { runJsonView } from '#lib/server/door/run-json.server.ts';
import type { RequestHandler } from './$types';

/** `GET /contests/{code}/participation` (contract §2): who took part, the unit itself first, then its children. */
export const GET: RequestHandler = (event) =>
	runJsonView(event, viewParticipationSchema, viewParticipation);
