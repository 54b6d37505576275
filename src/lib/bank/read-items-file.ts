import type { ImportNote } from '#lib/kernel/import-report.ts';
import { readJsonFile, type Fault } from '#lib/kernel/json-file.ts';
import { isStorable } from '#lib/kernel/text.ts';
import { itemsFileSchema, type WrittenItem, type WrittenItemsFile } from './import-items.schema.ts';
import { itemFaults } from './item-faults.ts';
import type { Item } from './item.ts';
import { layoutOf, ITEMS_FORMAT, type ItemsFile } from './items-file.ts';
import {
	doubledIdFaults,
	itemWarnings,
	referenceFaults,
	type KnownIds
} from './reference-faults.ts';

export interface ReadItems {
	/** null: nothing of it can be taken, and the notes say why. */
	readonly file: ItemsFile | null;
	readonly notes: readonly ImportNote[];
}

/**
 * Reads a file of items; in this version khoabang.items/1 only, and another layout is refused by its
 * name. Every complaint has the first line of its record and the pointer of its field.
 */
export function readItemsFile(fileName: string, text: string, known: KnownIds): ReadItems {
	const layout = layoutOf(fileName, text);
	if (layout !== ITEMS_FORMAT)
		return refused({ pointer: '', code: 'format-later', facts: { layout } });
	// What a reader made of bytes that are not UTF-8 must not be kept as if it were somebody's words.
	if (text.includes('\uFFFD')) return refused({ pointer: '', code: 'not-utf8' });
	const json = readJsonFile(text.normalize('NFC'), itemsFileSchema);
	const lineOf = (pointer: string) => json.noteOf({ pointer: recordOf(pointer), code: '' }).line;
	const note = (level: ImportNote['level']) => (fault: Fault) =>
		onRecord({ ...json.noteOf(fault), level }, lineOf);
	if (json.value === null)
		return { file: null, notes: json.notes.map((found) => onRecord(found, lineOf)) };
	const errors = fileFaults(json.value, known).map(note('error'));
	const warnings = itemWarnings(json.value).map(note('warning'));
	return { file: errors.length > 0 ? null : asRead(json.value), notes: [...errors, ...warnings] };
}

function refused(fault: Fault): ReadItems {
	const { code, facts } = fault;
	return { file: null, notes: [{ level: 'error', line: 1, code, ...(facts && { facts }) }] };
}

/** The record that a pointer lies in: `/items/3/key` is about `/items/3`. */
function recordOf(pointer: string): string {
	return /^\/(?:items|sources|topics|levels)\/\d+/.exec(pointer)?.[0] ?? pointer;
}

/** A note at the first line of its record; where there are two places, the first one's line as well. */
function onRecord(note: ImportNote, lineOf: (pointer: string) => number): ImportNote {
	const { field, firstAt } = note.facts ?? {};
	if (typeof field !== 'string') return note;
	const placed = { ...note, line: lineOf(`/${field}`) };
	if (typeof firstAt !== 'string') return placed;
	return { ...placed, facts: { ...note.facts, firstLine: lineOf(firstAt) } };
}

function fileFaults(file: WrittenItemsFile, known: KnownIds): Fault[] {
	return [
		...unstorableFaults(file, ''),
		...doubledIdFaults(file),
		...referenceFaults(file, known),
		...file.items.flatMap((item, index) =>
			itemFaults(item).map((fault) => ({ ...fault, pointer: `/items/${index}${fault.pointer}` }))
		),
		...file.sources.flatMap(({ validFrom, validTo }, index) =>
			validTo !== null && validTo <= validFrom
				? [{ pointer: `/sources/${index}/validTo`, code: 'validity-reversed' }]
				: []
		)
	];
}

function unstorableFaults(value: unknown, pointer: string): Fault[] {
	if (typeof value === 'string')
		return isStorable(value) ? [] : [{ pointer, code: 'unstorable-text' }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		isStorable(key)
			? unstorableFaults(inner, `${pointer}/${key}`)
			: [{ pointer, code: 'unstorable-text' }]
	);
}

function asRead(file: WrittenItemsFile): ItemsFile {
	return { ...file, items: file.items.map(withSourceList) };
}

function withSourceList({ source, ...item }: WrittenItem): Item {
	return { ...item, sources: item.sources ?? (source ? [source] : []) };
}
