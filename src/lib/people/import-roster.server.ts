import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { openPersonAccounts } from '#lib/identity/open-account.offer.server.ts';
import {
	hasErrors,
	noCounts,
	type ImportNote,
	type ImportReport
} from '#lib/kernel/import-report.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { openClass } from '#lib/units/open-class.offer.server.ts';
import { lineageOn } from '#lib/units/units.reads.server.ts';
import { listUnitRecords } from '#lib/units/world.reads.server.ts';
import { listConsentRows } from './consents.reads.server.ts';
import type { ImportRoster } from './import-roster.schema.ts';
import { listMembershipsFrom, listPeopleByCode } from './people.reads.server.ts';
import { lockPeople } from './people.writes.server.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';
import type { Fate } from './roster-fate.ts';
import { readRosterFile, type RosterRow } from './roster-file.ts';
import { PlaceFinder } from './roster-places.ts';
import { planRoster, tally, type PersonKept, type RosterPlan } from './roster-plan.ts';
import { recordAcceptedRoster, type AcceptedEntry } from './roster.writes.server.ts';
import { schoolYearStart } from './school-year.ts';

export interface RosterReport extends ImportReport {
	/** Each person's fate, at the first line that names them. */
	readonly rows: readonly { readonly line: number; readonly fate: Fate }[];
}

/**
 * Loads a roster for a unit and everything below it (contract §3). A dry run, and a list with an error,
 * write nothing and say what would be done. People the list does not name stay as they are.
 */
export async function importRoster(
	ctx: WriteContext,
	input: ImportRoster
): Promise<Outcome<RosterReport, PeopleRefusal>> {
	const today = dayOf(ctx.at);
	const lineage = await lineageOn(ctx.tx, input.unitKey, today);
	if (lineage.length === 0 || !permits(ctx.actor, 'person.import', lineage))
		return refuse('not-found');
	const later = laterFormat(input);
	if (later) return refuse('format-later', { facts: { format: later } });
	const file = readRosterFile(input.text, Number(today.slice(0, 4)));
	if (hasErrors(file.notes)) return ok(failed(file.notes));

	const from = input.from ?? schoolYearStart(today);
	await lockPeople(ctx.tx);
	const kept = await listKept(ctx, file.rows, from);
	const places = new PlaceFinder(await listUnitRecords(ctx.tx), input.unitKey, from);
	const plan = planRoster(file.rows, { places, kept, at: ctx.at });
	const notes = [...file.notes, ...plan.notes];
	if (hasErrors(notes)) return ok(failed(notes));
	if (!input.dryRun) {
		const entries = await openAccounts(ctx, plan);
		const classKeys = await openClasses(ctx, plan);
		const { unitKey, text } = input;
		await recordAcceptedRoster(ctx, { entries, classKeys, unitKey, text, from });
	}
	const rows = plan.entries.map(({ line, fate }) => ({ line, fate }));
	return ok({ format: 'roster', counts: tally(plan.entries), notes, rows });
}

/** Whoever is new gets an account, whose id is the person's. */
async function openAccounts(ctx: WriteContext, plan: RosterPlan): Promise<AcceptedEntry[]> {
	const entries = plan.entries.map((one) => ({ ...one, id: one.personId ?? ctx.random.id() }));
	const ids = entries.filter((one) => one.personId === null).map((one) => one.id);
	for (let i = 0; i < ids.length; i += 10_000)
		await openPersonAccounts(ctx.tx, ids.slice(i, i + 10_000), ctx.at);
	return entries;
}

async function openClasses(ctx: WriteContext, plan: RosterPlan): Promise<Map<string, string>> {
	const keys = new Map<string, string>();
	for (const [standIn, { schoolKey, className, from }] of plan.newClasses) {
		const opened = await openClass(ctx.tx, { schoolKey, name: className, from });
		keys.set(standIn, opened.key);
	}
	return keys;
}

function failed(notes: readonly ImportNote[]): RosterReport {
	const lines = new Set(notes.filter((note) => note.level === 'error').map((note) => note.line));
	return { format: 'roster', counts: { ...noCounts, failed: lines.size }, notes, rows: [] };
}

/** Formats of contract §3 that this version refuses by name. */
function laterFormat({ text, fileName }: ImportRoster): string | undefined {
	if (/\.xlsx?$/i.test(fileName)) return 'XLSX';
	if (/\.zip$/i.test(fileName)) return 'OneRoster';
	return text.startsWith('PK\u0003\u0004') ? 'XLSX, OneRoster' : undefined;
}

/** Who of the list is known already, by code, with their memberships from that day on and their consents. */
async function listKept(
	ctx: WriteContext,
	rows: readonly RosterRow[],
	from: Day
): Promise<ReadonlyMap<string, PersonKept>> {
	const codes = [...new Set(rows.map((row) => row.code))];
	const people = await listPeopleByCode(ctx.tx, codes);
	const ids = people.map((person) => person.id);
	const memberships = await listMembershipsFrom(ctx.tx, ids, from);
	const consents = await listConsentRows(ctx.tx, ids);
	const [membershipsOf, consentsOf] = [
		Map.groupBy(memberships, (one) => one.personId),
		Map.groupBy(consents, (one) => one.personId)
	];
	return new Map(
		people.map((person) => [
			person.code,
			{
				...person,
				memberships: membershipsOf.get(person.id) ?? [],
				consents: consentsOf.get(person.id) ?? []
			}
		])
	);
}
