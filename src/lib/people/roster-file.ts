import { readCsv, type CsvRecord } from '#lib/kernel/csv.ts';
import { hasErrors, type ImportNote } from '#lib/kernel/import-report.ts';
import { folded, isStorable, tidy } from '#lib/kernel/text.ts';
import type { Audience } from '#lib/units/audience.ts';
import { readAudiences } from './audience-words.ts';
import { readBirthYear } from './birth-year.ts';

/** One row of a school's list. Of the birth date only the year is kept; sex and number are not read. */
export interface RosterRow {
	readonly line: number;
	readonly code: string;
	readonly name: string;
	readonly birthYear: number;
	/** As written; '' where the list has none. */
	readonly unitName: string;
	readonly className: string;
	readonly audiences: readonly Audience[];
	/** "Phụ huynh đồng ý" and "Đồng ý công bố"; null: the cell is blank. */
	readonly guardianTakePart: boolean | null;
	readonly publish: boolean | null;
}

export interface RosterFile {
	readonly rows: readonly RosterRow[];
	readonly notes: readonly ImportNote[];
}

const HEADINGS = {
	stt: null,
	'gioi tinh': null,
	'ghi chu': null,
	'ho va ten': 'name',
	'ho ten': 'name',
	'ngay sinh': 'birth',
	'nam sinh': 'birth',
	lop: 'class',
	'ma hoc sinh': 'code',
	'ma dinh danh': 'code',
	'don vi': 'unit',
	'doi tuong': 'audience',
	'phu huynh dong y': 'takePart',
	'dong y cong bo': 'publish'
} as const;
type Column = NonNullable<(typeof HEADINGS)[keyof typeof HEADINGS]>;
const NEEDED: Readonly<Record<'name' | 'birth' | 'code', string>> = {
	name: 'Họ và tên',
	birth: 'Ngày sinh | Năm sinh',
	code: 'Mã học sinh | Mã định danh'
};
const EARLIEST_YEAR = 1900;

/**
 * Reads a roster with the headings schools use, in any order, with or without diacritics (contract §3).
 * `latestYear` is the last possible year of birth. With an error note the rows are not to be used.
 */
export function readRosterFile(text: string, latestYear: number): RosterFile {
	const file = readCsv(text);
	const { columns, notes } = readHeadings(file.header);
	if (file.problem) notes.push({ level: 'error', ...file.problem });
	if (hasErrors(notes)) return { rows: [], notes };
	const rows = file.records.map((record) => new RowReader(record, columns, latestYear));
	const read = rows.map((row) => row.read());
	notes.push(...rows.flatMap((row) => row.notes));
	if (rows.length === 0) notes.push({ level: 'error', line: 1, code: 'roster-empty' });
	return { rows: read, notes: [...notes, ...doubledRows(read)] };
}

function readHeadings(header: readonly string[]) {
	const columns = new Map<Column, number[]>();
	const notes: ImportNote[] = [];
	header.forEach((heading, i) => {
		const column = (HEADINGS as Readonly<Record<string, Column | null>>)[folded(heading)];
		if (column) columns.set(column, [...(columns.get(column) ?? []), i]);
		else if (column === undefined && heading !== '')
			notes.push({
				...{ level: 'warning', line: 1, column: i + 1, code: 'roster-heading-ignored' },
				facts: { heading }
			});
	});
	for (const [column, heading] of Object.entries(NEEDED))
		if (!columns.has(column as Column))
			notes.push({
				...{ level: 'error', line: 1, code: 'roster-heading-missing' },
				facts: { heading }
			});
	return { columns, notes };
}

/** Reads the cells of one row and remembers what is wrong with them. */
class RowReader {
	readonly notes: ImportNote[] = [];
	private readonly record: CsvRecord;
	private readonly columns: ReadonlyMap<Column, readonly number[]>;
	private readonly latestYear: number;

	constructor(
		record: CsvRecord,
		columns: ReadonlyMap<Column, readonly number[]>,
		latestYear: number
	) {
		this.record = record;
		this.columns = columns;
		this.latestYear = latestYear;
	}

	read(): RosterRow {
		const className = this.text('class').replace(/^lớp\s+/iu, '');
		return {
			line: this.record.line,
			code: this.needed('code'),
			name: this.needed('name'),
			birthYear: this.birthYear(),
			unitName: this.text('unit'),
			className,
			audiences: this.audiences(className),
			guardianTakePart: this.yesNo('takePart'),
			publish: this.yesNo('publish')
		};
	}

	private text(column: Column): string {
		const cells = (this.columns.get(column) ?? []).map((i) => this.record.cells[i] ?? '');
		const filled = cells.find((cell) => cell.trim() !== '') ?? '';
		if (isStorable(filled) && !filled.includes('\uFFFD') && filled.length <= 300)
			return tidy(filled);
		this.note(column, 'roster-text-unreadable');
		return '';
	}

	private needed(column: Column): string {
		const text = this.text(column);
		if (text === '') this.note(column, 'roster-cell-empty');
		return text;
	}

	private birthYear(): number {
		const text = this.needed('birth');
		const year = readBirthYear(text);
		if (year !== undefined && year >= EARLIEST_YEAR && year <= this.latestYear) return year;
		if (text !== '') this.note('birth', 'roster-birth-unreadable');
		return EARLIEST_YEAR;
	}

	private audiences(className: string): readonly Audience[] {
		const words = this.text('audience');
		const read = readAudiences(words, className);
		if (read.ok) return read.audiences;
		const column = read.why === 'class-number-needed' ? 'class' : 'audience';
		this.note(column, `roster-audience-${read.why}`, { value: words });
		return [];
	}

	private yesNo(column: Column): boolean | null {
		const word = folded(this.text(column));
		if (word === '') return null;
		if (['co', 'x', 'dong y', 'yes', '1'].includes(word)) return true;
		if (['khong', 'khong dong y', 'no', '0'].includes(word)) return false;
		this.note(column, 'roster-yes-no-unreadable');
		return null;
	}

	private note(column: Column, code: string, facts: ImportNote['facts'] = {}): void {
		const at = this.columns.get(column)?.[0];
		const { line } = this.record;
		const place = at === undefined ? { line } : { line, column: at + 1 };
		if (this.notes.some((note) => note.column === place.column)) return;
		this.notes.push({ level: 'error', ...place, code, facts });
	}
}

/** One code is one person: a second row must say the same name and year, and another unit or class. */
function doubledRows(rows: readonly RosterRow[]): ImportNote[] {
	const notes: ImportNote[] = [];
	const first = new Map<string, RosterRow>();
	const places = new Set<string>();
	for (const row of rows) {
		if (row.code === '') continue;
		const before = first.get(row.code) ?? row;
		first.set(row.code, before);
		const place = JSON.stringify([row.code, folded(row.unitName), folded(row.className)]);
		if (before.name !== row.name || before.birthYear !== row.birthYear)
			notes.push(codeNote(row, 'roster-code-two-people', before.line));
		else if (places.has(place)) notes.push(codeNote(row, 'roster-row-twice', before.line));
		places.add(place);
	}
	return notes;
}

function codeNote(row: RosterRow, code: string, firstLine: number): ImportNote {
	return { level: 'error', line: row.line, code, facts: { firstLine } };
}
