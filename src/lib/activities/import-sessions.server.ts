import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { readCsvFile } from '#lib/kernel/csv-file.ts';
import type { ImportReport } from '#lib/kernel/import-report.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { lockStoredActivities, takeActivities } from './activities-import.server.ts';
import { sessionAsActivity, type SessionRecord } from './activity-fate.ts';
import {
	sessionHeadings,
	sessionRowSchema,
	type ImportActivities
} from './import-activities.schema.ts';
import { refuse, type ActivitiesRefusal } from './refusals.ts';

/** Loads sessions.csv, the short form for buổi ngoại khóa (contract §3): a session already known is that one. */
export async function importSessions(
	ctx: WriteContext,
	input: ImportActivities
): Promise<Outcome<ImportReport, ActivitiesRefusal>> {
	if (!permits(ctx.actor, 'activity.import', [])) return refuse('not-found');
	const file = readCsvFile<SessionRecord>(input.text, sessionHeadings, sessionRowSchema);
	const stored = await lockStoredActivities(
		ctx,
		file.rows.map((row) => row.value.unitKey)
	);
	const rows = file.rows.map(({ line, value }) => ({
		line,
		value: sessionAsActivity(value, stored)
	}));
	const { notes } = file;
	const format = 'sessions.csv';
	return ok(await takeActivities(ctx, { format, rows, notes, stored, dryRun: input.dryRun }));
}
