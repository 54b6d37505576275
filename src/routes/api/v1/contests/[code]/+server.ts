import { viewContestSchema } from '#lib/contest/view-contest.schema.ts';
import { viewContest } from '#lib/taking/view-contest.server.ts';
import { runJsonView } from '#lib/server/door/run-json.server.ts';
import type { RequestHandler } from './$types';

/** `GET /contests/{code}` (contract §2): rules in words, rounds, what the caller may do now and why not. */
export const GET: RequestHandler = (event) => runJsonView(event, viewContestSchema, viewContest);
