import type { Facts } from './outcome.ts';

/** One thing found while reading a file. The sentence is made from code and facts, in the reader's language. */
export interface ImportNote {
	readonly level: 'error' | 'warning';
	/** First line of the record, counted from 1 (a spreadsheet's row). */
	readonly line: number;
	readonly column?: number;
	readonly code: string;
	readonly facts?: Facts;
}

export interface ImportCounts {
	readonly new: number;
	readonly same: number;
	readonly changed: number;
	readonly moved: number;
	readonly failed: number;
}

/** What an import use case answers; the door turns it into contract §2 "An import's result". */
export interface ImportReport {
	readonly format: string;
	readonly counts: ImportCounts;
	readonly notes: readonly ImportNote[];
}

export const noCounts: ImportCounts = { new: 0, same: 0, changed: 0, moved: 0, failed: 0 };

/** An import with an error note writes nothing. */
export function hasErrors(notes: readonly ImportNote[]): boolean {
	return notes.some((note) => note.level === 'error');
}
