import { viewReadableUnits } from '#lib/participation/view-readable-units.server.ts';
import { runLoad } from '#lib/server/door/run-load.server.ts';
import type { PageServerLoad } from './$types';

/** Where participation begins: the units of the reader's own posts. */
export const load: PageServerLoad = (event) => runLoad(event, viewReadableUnits, {});
