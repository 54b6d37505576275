import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { noCounts, type ImportNote, type ImportReport } from '#lib/kernel/import-report.ts';
import { readJsonFile } from '#lib/kernel/json-file.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { unitsFileSchema, type ImportUnits, type UnitsFile } from './import-units.schema.ts';
import { refuse, type UnitsRefusal } from './refusals.ts';
import { eventFate, tally, unitFate } from './unit-changes.ts';
import { unitFaults, worldWith } from './unit-faults.ts';
import { lockUnits, replaceEvents, replaceUnits } from './units.writes.server.ts';
import { listUnitEvents, listUnitRecords } from './world.reads.server.ts';

const format = 'khoabang.units/1';

/** Loads khoabang.units/1 (contract §3): units as the file says them, those it does not name stay. */
export async function importUnits(
	ctx: WriteContext,
	input: ImportUnits
): Promise<Outcome<ImportReport, UnitsRefusal>> {
	if (!permits(ctx.actor, 'unit.import', [])) return refuse('not-found');
	const file = readJsonFile(input.text, unitsFileSchema);
	if (file.value === null) return ok(failed(file.notes));
	await lockUnits(ctx.tx);
	const [units, events] = [await listUnitRecords(ctx.tx), await listUnitEvents(ctx.tx)];
	const faults = unitFaults(file.value, worldWith(units, file.value.units));
	if (faults.length > 0) return ok(failed(faults.map(file.noteOf)));

	const changes = changesOf(file.value, { units, events });
	if (!input.dryRun) {
		await replaceUnits(ctx.tx, changes.units);
		await replaceEvents(ctx.tx, changes.events);
	}
	return ok({ format, counts: { ...changes.counts, failed: 0 }, notes: [] });
}

function failed(notes: readonly ImportNote[]): ImportReport {
	return { format, counts: { ...noCounts, failed: recordsOf(notes) }, notes };
}

/** How many records the notes are about: `units/3/edges/0` and `units/3` are one. */
function recordsOf(notes: readonly ImportNote[]): number {
	const records = notes.map((note) =>
		String(note.facts?.field ?? '')
			.split('/')
			.slice(0, 2)
	);
	return new Set(records.map((steps) => steps.join('/'))).size;
}

function changesOf(file: UnitsFile, stored: Omit<UnitsFile, 'format'>) {
	const unitByKey = new Map(stored.units.map((unit) => [unit.key, unit]));
	const eventById = new Map(stored.events.map((event) => [event.id, event]));
	const units = file.units.map((unit) => ({ unit, fate: unitFate(unit, unitByKey.get(unit.key)) }));
	const events = file.events.map((event) => ({
		event,
		fate: eventFate(event, eventById.get(event.id))
	}));
	return {
		units: units.filter(({ fate }) => fate !== 'same').map(({ unit }) => unit),
		events: events.filter(({ fate }) => fate !== 'same').map(({ event }) => event),
		counts: tally([...units, ...events].map(({ fate }) => fate))
	};
}
