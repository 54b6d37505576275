import type { ImportCounts, ImportReport } from './import-report.ts';
import type { Facts } from './outcome.ts';

/** One message of an import's result (contract §2): the note with its sentence and its file. */
export interface ImportMessage {
	readonly level: 'error' | 'warning';
	readonly file: string;
	readonly line: number;
	readonly column?: number;
	readonly message: string;
}

/** What `--json` and the API say of an import. */
export interface ImportResult {
	readonly format: string;
	readonly counts: ImportCounts;
	readonly messages: readonly ImportMessage[];
}

export type NoteSentences = Readonly<Record<string, (facts: Facts) => string>>;

/** Puts the room's sentences to the notes; throws for a code without one: that is a bug. */
export function importResult(
	report: ImportReport,
	file: string,
	sentences: NoteSentences
): ImportResult {
	const messages = report.notes.map(({ level, line, column, code, facts }) => {
		const sentence = sentences[code];
		if (sentence === undefined) throw new Error(`no sentence for the note ${code}`);
		const message = sentence(facts ?? {});
		return { level, file, line, ...(column === undefined ? {} : { column }), message };
	});
	return { format: report.format, counts: report.counts, messages };
}
