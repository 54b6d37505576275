import { viewContestsSchema } from '#lib/contest/view-contest.schema.ts';
import { viewContests } from '#lib/contest/view-contests.server.ts';
import { runJsonView } from '#lib/server/door/run-json.server.ts';
import type { RequestHandler } from './$types';

/** `GET /contests` (contract §2): the public list. */
export const GET: RequestHandler = (event) => runJsonView(event, viewContestsSchema, viewContests);
