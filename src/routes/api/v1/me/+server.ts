import { z } from 'zod';
import { viewMe } from '#lib/people/view-me.server.ts';
import { runJsonView } from '#lib/server/door/run-json.server.ts';
import type { RequestHandler } from './$types';

/** `GET /me`: the caller's name, units, roles, consents and what is missing. */
export const GET: RequestHandler = (event) => runJsonView(event, z.object({}), viewMe);
