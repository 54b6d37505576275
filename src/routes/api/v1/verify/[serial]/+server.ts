import { z } from 'zod';
import { runJsonView } from '#lib/server/door/run-json.server.ts';
import { viewReceipt } from '#lib/taking/view-receipt.server.ts';
import type { RequestHandler } from './$types';

const schema = z.object({ serial: z.string().max(100) });

/** Receipts; certificates join when they exist. */
export const GET: RequestHandler = (event) => runJsonView(event, schema, viewReceipt);
