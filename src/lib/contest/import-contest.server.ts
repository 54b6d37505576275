import { permits, permitsSomewhere } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { canonicalJson } from '#lib/kernel/canonical-json.ts';
import {
	hasErrors,
	noCounts,
	type ImportCounts,
	type ImportNote,
	type ImportReport
} from '#lib/kernel/import-report.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { lineageOn } from '#lib/units/units.reads.server.ts';
import { readContestFile, type ContestFile } from './contest-file.ts';
import { findContest, type Contest } from './contests.reads.server.ts';
import { lockContest } from './contests.writes.server.ts';
import type { ContestDefinition } from './definition.ts';
import type { ImportContest } from './import-contest.schema.ts';
import { referenceFaults } from './definition-faults.ts';
import { laterFaults } from './later-rules.ts';
import { getKnownReferences } from './references.reads.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';
import {
	insertWholeContest,
	replaceWholeContest,
	type Importing
} from './contests.writes.server.ts';

const FORMAT = 'khoabang.contest/1';

/**
 * `import contest FILE`: every field of contract §3, one transaction. A new contest draws its secret and
 * a seed per round, of which the commitments are public from then on. The same file again is `same`; a
 * change is taken until the first attempt, then refused with `rules-frozen`.
 */
export async function importContest(
	ctx: WriteContext,
	input: ImportContest
): Promise<Outcome<ImportReport, ContestRefusal>> {
	const file = readContestFile(input.text);
	if (!(await mayImport(ctx, file.definition))) return refuse('not-found');
	const notes = await notesOf(ctx, file);
	const { definition } = file;
	if (definition === null || hasErrors(notes)) return ok(report({ failed: 1 }, notes));
	const before = await findContestForUpdate(ctx, definition.code);
	if (before === undefined) {
		if (!input.dryRun) await insertWholeContest(importing(ctx), definition);
		return ok(report({ new: 1 }, notes));
	}
	if (!(await mayImport(ctx, before.definition))) return refuse('not-found');
	if (isSame(before.definition, definition)) return ok(report({ same: 1 }, notes));
	if (before.rulesFrozenAt !== null)
		return refuse('rules-frozen', { facts: { code: before.code } });
	if (!input.dryRun) await replaceWholeContest(importing(ctx), before, definition);
	return ok(report({ changed: 1 }, notes));
}

/** The organiser's unit decides; a file whose organiser nobody knows is only judged, never written. */
async function mayImport(
	ctx: WriteContext,
	definition: ContestDefinition | null
): Promise<boolean> {
	if (definition === null) return permitsSomewhere(ctx.actor, 'contest.import');
	const lineage = await lineageOn(ctx.tx, definition.organiser, dayOf(ctx.at));
	return lineage.length === 0
		? permitsSomewhere(ctx.actor, 'contest.import')
		: permits(ctx.actor, 'contest.import', lineage);
}

async function notesOf(ctx: WriteContext, file: ContestFile): Promise<ImportNote[]> {
	const { definition } = file;
	if (definition === null) return [...file.notes];
	const unknown = referenceFaults(definition, await getKnownReferences(ctx.tx, definition));
	const faults = [...unknown, ...laterFaults(definition)];
	return [...file.notes, ...faults.map((fault) => file.noteOf(fault))].sort(
		(a, b) => a.line - b.line
	);
}

async function findContestForUpdate(ctx: WriteContext, code: string): Promise<Contest | undefined> {
	return (await lockContest(ctx.tx, code)) ? await findContest(ctx.tx, code) : undefined;
}

function importing({ tx, at, random, actor }: WriteContext): Importing {
	return { tx, at, random, accountId: actor.accountId };
}

function isSame(a: ContestDefinition, b: ContestDefinition): boolean {
	return canonicalJson(a) === canonicalJson(b);
}

function report(counts: Partial<ImportCounts>, notes: readonly ImportNote[]): ImportReport {
	return { format: FORMAT, counts: { ...noCounts, ...counts }, notes };
}
