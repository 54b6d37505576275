import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { canonicalJson } from '#lib/kernel/canonical-json.ts';
import { readCsvFile, type CsvRow } from '#lib/kernel/csv-file.ts';
import { noCounts, type ImportNote, type ImportReport } from '#lib/kernel/import-report.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { ReadDb, WriteDb } from '#lib/server/db/client.ts';
import { headcountBook, headcountOf, withDeclarations } from './headcount.ts';
import {
	listDeclarations,
	listLastDeclarations,
	type Declaration
} from './headcounts.reads.server.ts';
import { insertHeadcounts } from './headcounts.writes.server.ts';
import {
	headcountHeadings,
	headcountRowSchema,
	type ImportHeadcounts
} from './import-headcounts.schema.ts';
import { refuse, type UnitsRefusal } from './refusals.ts';
import { tally, type Fate } from './unit-changes.ts';
import type { Unit } from './unit.ts';
import { isOpenOn } from './unit.ts';
import { listUnits } from './units.reads.server.ts';

type Row = CsvRow<Declaration>;
const format = 'headcounts.csv';

/** Loads headcounts.csv (contract §3): a declaration that differs from the last one for its day is added after it. */
export async function importHeadcounts(
	ctx: WriteContext,
	input: ImportHeadcounts
): Promise<Outcome<ImportReport, UnitsRefusal>> {
	if (!permits(ctx.actor, 'headcount.import', [])) return refuse('not-found');
	const file = readCsvFile<Declaration>(input.text, headcountHeadings, headcountRowSchema);
	const keys = [...new Set(file.rows.map((row) => row.value.unitKey))];
	const units = new Map((await listUnits(ctx.tx, keys)).map((unit) => [unit.key, unit]));
	const errors = [...file.notes, ...rowNotes(file.rows, units)];
	if (errors.length > 0) {
		const failed = new Set(errors.map((note) => note.line)).size;
		return ok({ format, counts: { ...noCounts, failed }, notes: errors });
	}
	const fates = fatesOf(file.rows, await listLastDeclarations(ctx.tx, keys));
	const notes = await inconsistencies(ctx.tx, file.rows);
	if (!input.dryRun) await writeNews(ctx.tx, { fates, ctx });
	const counts = { ...tally(fates.map(({ fate }) => fate)), failed: 0 };
	return ok({ format, counts, notes });
}

function rowNotes(rows: readonly Row[], units: ReadonlyMap<string, Unit>): ImportNote[] {
	const seen = new Set<string>();
	return rows.flatMap(({ line, value }): ImportNote[] => {
		const note = (code: string): ImportNote[] => [
			{ level: 'error', line, code, facts: { key: value.unitKey } }
		];
		const unit = units.get(value.unitKey);
		if (!unit) return note('unknown-unit');
		if (!isOpenOn(unit, value.asOf)) return note('unit-not-open');
		if (seen.has(dayKey(value))) return note('doubled-key');
		seen.add(dayKey(value));
		return [];
	});
}

function dayKey({ unitKey, audience, asOf }: Declaration): string {
	return `${unitKey} ${audience} ${asOf}`;
}

function fatesOf(rows: readonly Row[], last: readonly Declaration[]) {
	const stored = new Map(last.map((declaration) => [dayKey(declaration), declaration]));
	return rows.map(({ value }): { value: Declaration; fate: Fate } => {
		const before = stored.get(dayKey(value));
		if (!before) return { value, fate: 'new' };
		return { value, fate: canonicalJson(before) === canonicalJson(value) ? 'same' : 'changed' };
	});
}

async function writeNews(
	tx: WriteDb,
	{ fates, ctx }: { fates: ReturnType<typeof fatesOf>; ctx: WriteContext }
): Promise<void> {
	const news = fates.filter(({ fate }) => fate !== 'same').map(({ value }) => value);
	await insertHeadcounts(tx, news, ctx.at);
}

/** A declaration below the sum of the unit's children's is a warning: it may be right, but somebody must look. */
async function inconsistencies(db: ReadDb, rows: readonly Row[]): Promise<ImportNote[]> {
	const notes: ImportNote[] = [];
	const declarations = rows.map((row) => row.value);
	for (const { line, value } of rows) {
		const { unitKey, audience, asOf } = value;
		const stored = await listDeclarations(db, { unitKeys: [unitKey], audience, asOf });
		const book = headcountBook(withDeclarations(stored, declarations, { audience, asOf }));
		if (headcountOf(unitKey, book)?.flags.includes('inconsistent'))
			notes.push({ level: 'warning', line, code: 'below-children', facts: { key: unitKey } });
	}
	return notes;
}
