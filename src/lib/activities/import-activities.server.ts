import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { readCsvFile } from '#lib/kernel/csv-file.ts';
import type { ImportReport } from '#lib/kernel/import-report.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { lockStoredActivities, takeActivities } from './activities-import.server.ts';
import type { ActivityRecord } from './activity.ts';
import {
	activityHeadings,
	activityRowSchema,
	type ImportActivities
} from './import-activities.schema.ts';
import { refuse, type ActivitiesRefusal } from './refusals.ts';

/** Loads activities.csv (contract §3). What is confirmed is never rewritten by a file. */
export async function importActivities(
	ctx: WriteContext,
	input: ImportActivities
): Promise<Outcome<ImportReport, ActivitiesRefusal>> {
	if (!permits(ctx.actor, 'activity.import', [])) return refuse('not-found');
	const file = readCsvFile<ActivityRecord>(input.text, activityHeadings, activityRowSchema);
	const stored = await lockStoredActivities(
		ctx,
		file.rows.map((row) => row.value.unitKey)
	);
	const { rows, notes } = file;
	const format = 'activities.csv';
	return ok(await takeActivities(ctx, { format, rows, notes, stored, dryRun: input.dryRun }));
}
