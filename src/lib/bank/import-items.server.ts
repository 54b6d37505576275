import type { WriteContext } from '#lib/identity/context.ts';
import { canonicalJson } from '#lib/kernel/canonical-json.ts';
import {
	hasErrors,
	noCounts,
	type ImportCounts,
	type ImportNote,
	type ImportReport
} from '#lib/kernel/import-report.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listSources } from './banks.reads.server.ts';
import { recordBank, recordSources, recordTerms } from './banks.writes.server.ts';
import type { ImportItems } from './import-items.schema.ts';
import type { Item, ItemVersion } from './item.ts';
import { ITEMS_FORMAT, type ItemsFile } from './items-file.ts';
import { listCurrentVersions } from './items.reads.server.ts';
import { insertItems, insertItemVersions, type NewVersion } from './items.writes.server.ts';
import { bankRefused } from './may-use-bank.ts';
import { readItemsFile } from './read-items-file.ts';
import type { KnownIds } from './reference-faults.ts';
import type { BankRefusal } from './refusals.ts';

/**
 * Loads a file of items into a bank, made if it is missing: a new id is a new question, a known one with
 * other content a new version of it. A file with an error writes nothing, nor does a dry run.
 */
export async function importItems(
	ctx: WriteContext,
	input: ImportItems
): Promise<Outcome<ImportReport, BankRefusal>> {
	const refused = bankRefused(ctx.actor, 'bank.import');
	if (refused) return refused;
	const known = await knownIds(ctx, input.bankCode);
	const { file, notes } = readItemsFile(input.fileName, input.text, known);
	if (file === null || hasErrors(notes)) return ok(report(failedCounts(notes), notes));

	const bank = { ...file.bank, code: input.bankCode };
	if (!input.dryRun) await recordBank(ctx.tx, bank, ctx.at);
	const current = await listCurrentVersions(ctx.tx, bank.code);
	const { versions, counts } = decideVersions(file.items, current);
	if (!input.dryRun) await record(ctx, { ...file, bank }, versions);
	return ok(report(counts, [...notes, ...codeNotes(file, bank.code)]));
}

/** What the file may refer to without listing it. */
async function knownIds(ctx: WriteContext, bankCode: string): Promise<KnownIds> {
	const versions = await listCurrentVersions(ctx.tx, bankCode);
	const sources = await listSources(ctx.tx, bankCode);
	return {
		items: new Set(versions.map((version) => version.item.id)),
		sources: new Set(sources.map((source) => source.id))
	};
}

interface Decided {
	readonly versions: readonly NewVersion[];
	readonly counts: ImportCounts;
}

/** New, same or changed, by the content and not by how the file is written. */
function decideVersions(items: readonly Item[], current: readonly ItemVersion[]): Decided {
	const byId = new Map(current.map((version) => [version.item.id, version]));
	const versions = items.flatMap((item) => {
		const known = byId.get(item.id);
		if (known && canonicalJson(known.item) === canonicalJson(item)) return [];
		return [{ version: (known?.version ?? 0) + 1, item }];
	});
	const fresh = versions.filter((version) => version.version === 1).length;
	const changed = versions.length - fresh;
	const same = items.length - versions.length;
	return { versions, counts: { ...noCounts, new: fresh, changed, same } };
}

async function record(
	ctx: WriteContext,
	file: ItemsFile,
	versions: readonly NewVersion[]
): Promise<void> {
	const bankCode = file.bank.code;
	await recordTerms(ctx.tx, bankCode, { kind: 'topic', list: file.topics });
	await recordTerms(ctx.tx, bankCode, { kind: 'level', list: file.levels });
	await recordSources(ctx.tx, bankCode, file.sources);
	const { at, random } = ctx;
	const entry = { bankCode, versions, at, random, by: ctx.actor.accountId };
	await insertItems(ctx.tx, entry);
	await insertItemVersions(ctx.tx, entry);
}

function report(counts: ImportCounts, notes: readonly ImportNote[]): ImportReport {
	return { format: ITEMS_FORMAT, counts, notes };
}

/** Records with an error; a file that cannot be read counts as one. */
function failedCounts(notes: readonly ImportNote[]): ImportCounts {
	const lines = notes.filter((note) => note.level === 'error').map((note) => note.line);
	return { ...noCounts, failed: new Set(lines).size };
}

/** The bank asked for wins over the code in the file, and the difference is told. */
function codeNotes(file: ItemsFile, bankCode: string): ImportNote[] {
	if (file.bank.code === bankCode) return [];
	const facts = { field: 'bank/code', code: file.bank.code, bank: bankCode };
	return [{ level: 'warning', line: 1, code: 'other-bank', facts }];
}
