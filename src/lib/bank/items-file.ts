import type { Day } from '#lib/kernel/instant.ts';
import type { Item } from './item.ts';

/** A document that items cite (khoabang.items/1 `sources[]`). */
export interface Source {
	readonly id: string;
	readonly number: string | null;
	readonly date: Day | null;
	readonly issuer: string | null;
	readonly title: string;
	/** `[from, to)`: when what it says is in force. */
	readonly validFrom: Day;
	readonly validTo: Day | null;
	readonly supersededBy: readonly string[];
}

/** A topic or a level. Its code is opaque. */
export interface Term {
	readonly code: string;
	readonly title: string;
}

export const ITEMS_FORMAT = 'khoabang.items/1';

/** A whole bank as a file: lossless both ways, so reading and writing it again gives the same object. */
export interface ItemsFile {
	readonly format: typeof ITEMS_FORMAT;
	readonly bank: { readonly code: string; readonly title: string; readonly language: string };
	readonly topics: readonly Term[];
	/** In rising order. */
	readonly levels: readonly Term[];
	readonly sources: readonly Source[];
	readonly items: readonly Item[];
}

/** Layouts that people bring questions in. Only our own is read in this version. */
export type ItemsLayout =
	| typeof ITEMS_FORMAT
	| 'gift'
	| 'aiken'
	| 'moodle-xml'
	| 'qti'
	| 'sheet'
	| 'docx'
	| 'text'
	| 'unknown';

const byEnding: readonly (readonly [RegExp, ItemsLayout])[] = [
	[/\.json$/, ITEMS_FORMAT],
	[/\.gift(\.txt)?$/, 'gift'],
	[/\baiken(\.txt)?$/, 'aiken'],
	[/\.moodle\.xml$/, 'moodle-xml'],
	[/\.(xlsx|xls|ods|csv|tsv)$/, 'sheet'],
	[/\.(docx|doc|odt)$/, 'docx'],
	[/\.(zip|imscc)$/, 'qti'],
	[/\.txt$/, 'text']
];

/** Which layout a file is in, by its name first and by how it begins where the name does not tell. */
export function layoutOf(fileName: string, text: string): ItemsLayout {
	const name = fileName.toLowerCase();
	const named = byEnding.find(([ending]) => ending.test(name));
	if (named) return named[1];
	const start = text.slice(0, 2000).replace(/^\uFEFF?\s*/, '');
	if (start.startsWith('{')) return ITEMS_FORMAT;
	if (start.startsWith('<')) return start.includes('<quiz') ? 'moodle-xml' : 'qti';
	return 'unknown';
}
