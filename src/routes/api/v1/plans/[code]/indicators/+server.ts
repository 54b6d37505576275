import { runJsonView } from '#lib/server/door/run-json.server.ts';
import { viewIndicatorsSchema } from '#lib/verdicts/view-indicators.schema.ts';
import { viewIndicators } from '#lib/verdicts/view-indicators.server.ts';
import type { RequestHandler } from './$types';

/** `GET /plans/{code}/indicators` (contract §2): each indicator judged, with the units behind it. */
export const GET: RequestHandler = (event) =>
	runJsonView(event, viewIndicatorsSchema, viewIndicators);
