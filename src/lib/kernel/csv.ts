/** One record of a CSV file: its cells by heading, and the line (from 1) on which it begins. */
export interface CsvRecord {
	readonly line: number;
	readonly cells: readonly string[];
}

export interface CsvProblem {
	readonly line: number;
	readonly column: number;
	readonly code: 'csv-quote-open' | 'csv-after-quote';
}

export interface CsvFile {
	/** The first record. Empty when the file is. */
	readonly header: readonly string[];
	/** The rest, without records that are wholly blank. */
	readonly records: readonly CsvRecord[];
	/** What cannot be read; then `records` holds what came before it. */
	readonly problem?: CsvProblem;
}

/**
 * Reads CSV after RFC 4180 with a header. The separator is the first of `,` `;` tab found in the header
 * outside quotes; a BOM, LF or CRLF, and quoted line breaks are accepted (contract, Conventions).
 */
export function readCsv(text: string): CsvFile {
	const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
	const scan = new Scan(body, separatorOf(body));
	const rows: CsvRecord[] = [];
	while (!scan.done && scan.problem === undefined) rows.push(scan.record());
	if (scan.problem !== undefined) rows.pop();
	const [header, ...records] = rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
	return {
		header: (header?.cells ?? []).map((cell) => cell.trim()),
		records,
		...(scan.problem ? { problem: scan.problem } : {})
	};
}

function separatorOf(text: string): string {
	let quoted = false;
	for (const char of text) {
		if (char === '"') quoted = !quoted;
		else if (quoted) continue;
		else if (char === ',' || char === ';' || char === '\t') return char;
		else if (char === '\n' || char === '\r') break;
	}
	return ',';
}

class Scan {
	problem: CsvProblem | undefined;
	private at = 0;
	private line = 1;
	private lineStart = 0;
	private readonly text: string;
	private readonly separator: string;

	constructor(text: string, separator: string) {
		this.text = text;
		this.separator = separator;
	}

	get done(): boolean {
		return this.at >= this.text.length;
	}

	/** Reads one record and the line break after it. */
	record(): CsvRecord {
		const line = this.line;
		const cells = [this.cell()];
		while (this.problem === undefined && this.text[this.at] === this.separator) {
			this.at++;
			cells.push(this.cell());
		}
		this.lineBreak();
		return { line, cells };
	}

	private cell(): string {
		return this.text[this.at] === '"' ? this.quoted() : this.plain();
	}

	private plain(): string {
		const start = this.at;
		while (!this.done && !this.isEdge(this.text[this.at] as string)) this.at++;
		return this.text.slice(start, this.at);
	}

	private quoted(): string {
		const open = this.place();
		let value = '';
		this.at++;
		for (;;) {
			const end = this.text.indexOf('"', this.at);
			if (end === -1) {
				this.problem = { ...open, code: 'csv-quote-open' };
				return value;
			}
			value += this.take(end);
			if (this.text[this.at] !== '"') break;
			value += '"';
			this.at++;
		}
		if (!this.done && !this.isEdge(this.text[this.at] as string))
			this.problem = { ...this.place(), code: 'csv-after-quote' };
		return value;
	}

	/** The text up to the quote at `end`, counting lines; goes on after that quote. */
	private take(end: number): string {
		const part = this.text.slice(this.at, end);
		for (let i = this.at; i < end; i++) if (this.text[i] === '\n') this.newLine(i + 1);
		this.at = end + 1;
		return part;
	}

	private lineBreak(): void {
		if (this.done || this.problem !== undefined) return;
		if (this.text[this.at] === '\r' && this.text[this.at + 1] === '\n') this.at++;
		this.at++;
		this.newLine(this.at);
	}

	private newLine(start: number): void {
		this.line++;
		this.lineStart = start;
	}

	private place(): { line: number; column: number } {
		return { line: this.line, column: this.at - this.lineStart + 1 };
	}

	private isEdge(char: string): boolean {
		return char === this.separator || char === '\n' || char === '\r';
	}
}

/** A record's cells by the heading they stand under; a heading missing from the file reads as ''. */
export function cellsByHeading(
	header: readonly string[],
	record: CsvRecord
): ReadonlyMap<string, string> {
	return new Map(header.map((name, i) => [name, (record.cells[i] ?? '').trim()]));
}
