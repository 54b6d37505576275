import { cellsByHeading, readCsv } from './csv.ts';
import type { ImportNote } from './import-report.ts';
import { faultsOfIssue, type Shape } from './json-file.ts';

export interface CsvRow<T> {
	readonly line: number;
	readonly value: T;
}

export interface CsvRows<T> {
	readonly rows: readonly CsvRow<T>[];
	readonly notes: readonly ImportNote[];
}

export interface CsvHeadings {
	readonly needed: readonly string[];
	readonly allowed?: readonly string[];
}

/**
 * Reads a CSV file and holds each record (its cells as text by heading, trimmed, blank when missing)
 * against the shape. Headings may stand in any order; an unknown or missing one is an error of line 1.
 */
export function readCsvFile<T>(text: string, headings: CsvHeadings, shape: Shape<T>): CsvRows<T> {
	const file = readCsv(text);
	const notes: ImportNote[] = [...headingNotes(file.header, headings)];
	if (file.problem) notes.push({ level: 'error', ...file.problem });
	if (notes.some((note) => note.line === 1)) return { rows: [], notes };
	const rows: CsvRow<T>[] = [];
	for (const record of file.records) {
		const { line } = record;
		if (record.cells.length > file.header.length)
			notes.push({ level: 'error', line, code: 'too-many-cells' });
		const read = shape.safeParse(Object.fromEntries(cellsByHeading(file.header, record)), {
			reportInput: true
		});
		if (read.success) rows.push({ line, value: read.data });
		else notes.push(...read.error.issues.flatMap((issue) => cellNotes(line, issue)));
	}
	return { rows, notes };
}

function headingNotes(
	header: readonly string[],
	{ needed, allowed = [] }: CsvHeadings
): ImportNote[] {
	const note = (code: string, heading: string): ImportNote => ({
		...{ level: 'error', line: 1, code },
		facts: { field: heading }
	});
	const known = [...needed, ...allowed];
	return [
		...needed.filter((name) => !header.includes(name)).map((name) => note('missing-heading', name)),
		...header.filter((name) => !known.includes(name)).map((name) => note('unknown-heading', name)),
		...header
			.filter((name, i) => header.indexOf(name) !== i)
			.map((name) => note('doubled-heading', name))
	];
}

function cellNotes(line: number, issue: Parameters<typeof faultsOfIssue>[0]): ImportNote[] {
	return faultsOfIssue(issue).map(({ pointer, code, facts }) => ({
		...{
			level: 'error',
			line,
			code: code === 'bad-field' && issue.input === '' ? 'missing-field' : code
		},
		facts: { field: pointer.slice(1), ...facts }
	}));
}
