import type { WriteContext } from '#lib/identity/context.ts';
import type { CsvRow } from '#lib/kernel/csv-file.ts';
import { noCounts, type ImportNote, type ImportReport } from '#lib/kernel/import-report.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { tally, type Fate } from '#lib/units/unit-changes.ts';
import { isOpenOn, type Unit } from '#lib/units/unit.ts';
import { listUnits } from '#lib/units/units.reads.server.ts';
import { activityKey, type ActivityRecord, type StoredActivity } from './activity.ts';
import { activityFate, type ActivityFate } from './activity-fate.ts';
import { listActivitiesOfUnits, listKnownContests } from './activities.reads.server.ts';
import {
	insertActivity,
	insertConfirmation,
	lockActivities,
	replaceActivity
} from './activities.writes.server.ts';

export type Row = CsvRow<ActivityRecord>;

/** What the two imports, of activities and of sessions, share: the stored activities of the file's units, locked. */
export async function lockStoredActivities(
	ctx: WriteContext,
	unitKeys: readonly string[]
): Promise<StoredActivity[]> {
	const window = { unitKeys: [...new Set(unitKeys)] };
	const seen = await listActivitiesOfUnits(ctx.tx, window);
	await lockActivities(
		ctx.tx,
		seen.map((activity) => activity.id)
	);
	return await listActivitiesOfUnits(ctx.tx, window);
}

interface Import {
	readonly format: string;
	readonly rows: readonly Row[];
	readonly notes: readonly ImportNote[];
	readonly stored: readonly StoredActivity[];
	readonly dryRun: boolean;
}

/** Checks the rows against units, contests and what is stored; writes them when nothing is wrong. */
export async function takeActivities(ctx: WriteContext, file: Import): Promise<ImportReport> {
	const { format, rows, stored } = file;
	const byKey = new Map(stored.map((activity) => [activityKey(activity), activity]));
	const fates = rows.map((row) => ({
		...{ row, stored: byKey.get(activityKey(row.value)) },
		fate: activityFate(row.value, byKey.get(activityKey(row.value)))
	}));
	const notes = [
		...file.notes,
		...rowNotes(rows, await knownOf(ctx.tx, rows), dayOf(ctx.at)),
		...fates
			.filter(({ fate }) => fate === 'conflict')
			.map(({ row }) => noteAt(row, 'already-confirmed'))
	];
	if (notes.length > 0) {
		const failed = new Set(notes.map((note) => note.line)).size;
		return { format, counts: { ...noCounts, failed }, notes };
	}
	if (!file.dryRun) for (const one of fates) await write(ctx, one);
	const counts = tally(fates.map(({ fate }) => fate).filter(isFate));
	return { format, counts: { ...counts, failed: 0 }, notes };
}

function isFate(fate: ActivityFate): fate is Exclude<Fate, 'moved'> {
	return fate !== 'conflict';
}

interface Known {
	readonly units: ReadonlyMap<string, Unit>;
	readonly contests: ReadonlySet<string>;
}

async function knownOf(db: ReadDb, rows: readonly Row[]): Promise<Known> {
	const units = await listUnits(db, [...new Set(rows.map((row) => row.value.unitKey))]);
	const codes = rows.flatMap((row) => row.value.contestCode ?? []);
	return {
		units: new Map(units.map((unit) => [unit.key, unit])),
		contests: new Set(await listKnownContests(db, [...new Set(codes)]))
	};
}

function rowNotes(rows: readonly Row[], known: Known, today: Day): ImportNote[] {
	const seen = new Set<string>();
	return rows.flatMap((row): ImportNote[] => {
		const { unitKey, heldOn, contestCode, confirmation } = row.value;
		const unit = known.units.get(unitKey);
		const key = activityKey(row.value);
		const doubled = seen.has(key);
		seen.add(key);
		if (!unit) return [noteAt(row, 'unknown-unit')];
		if (!isOpenOn(unit, heldOn)) return [noteAt(row, 'unit-not-open')];
		if (heldOn > today) return [noteAt(row, 'held-in-future')];
		if (confirmation !== null && confirmation.on > today)
			return [noteAt(row, 'confirmed-in-future')];
		if (contestCode !== null && !known.contests.has(contestCode))
			return [{ ...noteAt(row, 'unknown-contest'), facts: { key: contestCode } }];
		return doubled ? [noteAt(row, 'doubled-activity')] : [];
	});
}

function noteAt({ line, value }: Row, code: string): ImportNote {
	return { level: 'error', line, code, facts: { key: value.unitKey } };
}

interface Fated {
	readonly row: Row;
	readonly stored: StoredActivity | undefined;
	readonly fate: ActivityFate;
}

async function write(ctx: WriteContext, { row, stored, fate }: Fated): Promise<void> {
	if (fate !== 'new' && fate !== 'changed') return;
	const { confirmation, ...activity } = row.value;
	const id = stored?.id ?? ctx.random.id();
	const recorded = { at: ctx.at, accountId: ctx.actor.accountId };
	if (stored) await replaceActivity(ctx.tx, { id, ...activity });
	else await insertActivity(ctx.tx, { id, ...activity }, recorded);
	if (confirmation !== null)
		await insertConfirmation(ctx.tx, { activityId: id, ...confirmation }, recorded);
}
