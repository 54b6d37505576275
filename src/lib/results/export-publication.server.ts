import { getContest } from '#lib/contest/contests.reads.server.ts';
import { permits } from '#lib/identity/abilities.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { sha256Hex } from '#lib/kernel/digest.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { lineageOn } from '#lib/units/units.reads.server.ts';
import { findPublication, getPublicationFiles } from './publications.reads.server.ts';
import { refuse, type ResultsRefusal } from './refusals.ts';
import type { ExportPublication } from './view-publication.schema.ts';

export interface ExportedPublication {
	readonly contestCode: string;
	readonly roundKey: string | null;
	readonly version: number;
	readonly form: 'full' | 'public';
	/** The files of the bundle; SHA256SUMS lists the others. */
	readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** The files of a publication. The public form is everyone's; the full one is for auditors. */
export async function exportPublication(
	ctx: ReadContext,
	input: ExportPublication
): Promise<Outcome<ExportedPublication, ResultsRefusal>> {
	const head = await findPublication(ctx.db, input);
	if (head === undefined) return refuse('not-found');
	if (input.form === 'full') {
		if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
		const { organiserKey } = await getContest(ctx.db, head.contestCode);
		const lineage = await lineageOn(ctx.db, organiserKey, dayOf(ctx.at));
		if (!permits(ctx.actor, 'publication.export-full', lineage)) return refuse('not-found');
	}
	const found = await getPublicationFiles(ctx.db, head.id);
	const isFull = input.form === 'full';
	const files = [
		{ name: 'attempts.ndjson', text: isFull ? found.fullAttempts : found.publicAttempts },
		{ name: 'contest.json', text: isFull ? found.fullContest : found.publicContest },
		{ name: 'standings.json', text: found.standings }
	];
	const sums = files.map(({ name, text }) => `${sha256Hex(text)}  ${name}\n`).join('');
	const { contestCode, roundKey, version } = head;
	const all = [...files, { name: 'SHA256SUMS', text: sums }];
	return ok({ contestCode, roundKey, version, form: input.form, files: all });
}
