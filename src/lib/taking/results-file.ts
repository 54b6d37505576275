import type { ImportNote } from '#lib/kernel/import-report.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { faultsOfIssue } from '#lib/kernel/json-file.ts';
import { resultLineSchema } from './import-results.schema.ts';

/** One attempt that was held elsewhere (contract §3, results.ndjson). */
export interface ResultLine {
	/** The round's id in the contest's file. */
	readonly roundId: string;
	readonly personCode: string;
	readonly startedAt: Instant;
	readonly submittedAt: Instant;
	readonly score: number;
	readonly prediction: number | null;
	readonly source: string;
	/** From 1. */
	readonly line: number;
}

export interface ResultsFile {
	readonly lines: readonly ResultLine[];
	readonly notes: readonly ImportNote[];
}

/** Reads results.ndjson: one JSON object a line; a BOM, CRLF and blank lines are accepted. */
export function readResultsFile(text: string): ResultsFile {
	const lines: ResultLine[] = [];
	const notes: ImportNote[] = [];
	for (const [index, raw] of text
		.replace(/^\uFEFF/, '')
		.split(/\r?\n/)
		.entries()) {
		if (raw.trim() === '') continue;
		const read = readLine(raw, index + 1);
		if (Array.isArray(read)) notes.push(...read);
		else lines.push(read);
	}
	return { lines, notes };
}

function readLine(raw: string, line: number): ResultLine | ImportNote[] {
	let value: unknown;
	try {
		value = JSON.parse(raw);
	} catch {
		return [{ level: 'error', line, code: 'unreadable-line' }];
	}
	const read = resultLineSchema.safeParse(value, { reportInput: true });
	if (read.success) return { ...read.data, line };
	return read.error.issues.flatMap(faultsOfIssue).map(({ pointer, code, facts }) => ({
		level: 'error',
		line,
		code,
		facts: { field: pointer.slice(1), ...facts }
	}));
}
