/** Why a text is not JSON, and where (line and column from 1). */
export interface JsonProblem {
	readonly line: number;
	readonly column: number;
	readonly code:
		'json-unexpected' | 'json-ended' | 'json-bad-text' | 'json-doubled-key' | 'json-too-deep';
}

export type JsonWithLines =
	| {
			readonly value: unknown;
			/** The first line of the value at an RFC 6901 pointer, or of its nearest existing ancestor. */
			readonly lineOf: (pointer: string) => number;
			readonly error?: undefined;
	  }
	| { readonly error: JsonProblem };

const MOST_DEPTH = 200;
const LITERALS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const TEXT = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SPACE = /[ \t\n\r]*/y;

/**
 * Reads JSON (RFC 8259; a BOM is accepted, a doubled key is an error) and remembers on which line each
 * value begins, so that an import can answer `file:line`.
 */
export function parseJsonWithLines(text: string): JsonWithLines {
	const reader = new Reader(text.startsWith('\uFEFF') ? text.slice(1) : text);
	try {
		const value = reader.file();
		return { value, lineOf: (pointer) => lineAt(reader.lines, pointer) };
	} catch (thrown) {
		if (thrown instanceof Stop) return { error: reader.problem(thrown) };
		throw thrown;
	}
}

/** A pointer from a path of keys and positions, as zod gives it. */
export function pointerOf(path: readonly PropertyKey[]): string {
	return path.map((step) => `/${escaped(String(step))}`).join('');
}

function escaped(step: string): string {
	return step.replace(/~/g, '~0').replace(/\//g, '~1');
}

function lineAt(lines: ReadonlyMap<string, number>, pointer: string): number {
	for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
		const line = lines.get(at);
		if (line !== undefined) return line;
		if (!at.includes('/')) return 1;
	}
}

class Stop extends Error {
	readonly code: JsonProblem['code'];
	readonly at: number;
	constructor(code: JsonProblem['code'], at: number) {
		super(code);
		this.code = code;
		this.at = at;
	}
}

class Reader {
	readonly lines = new Map<string, number>();
	private at = 0;
	private line = 1;
	private counted = 0;
	private readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	file(): unknown {
		const value = this.value('', 0);
		this.take(SPACE);
		if (this.at < this.text.length) throw this.stop();
		return value;
	}

	problem(stop: Stop): JsonProblem {
		const before = this.text.slice(0, stop.at);
		const line = before.split('\n').length;
		return { line, column: stop.at - before.lastIndexOf('\n'), code: stop.code };
	}

	private value(pointer: string, depth: number): unknown {
		if (depth > MOST_DEPTH) throw new Stop('json-too-deep', this.at);
		this.take(SPACE);
		this.lines.set(pointer, this.lineHere());
		const char = this.text[this.at];
		if (char === '{') return this.object(pointer, depth);
		if (char === '[') return this.list(pointer, depth);
		if (char === '"') return this.string();
		const literal = this.take(LITERAL);
		if (literal !== '') return LITERALS[literal];
		const number = this.take(NUMBER);
		if (number === '') throw this.stop();
		return Number(number);
	}

	private object(pointer: string, depth: number): unknown {
		const entries = new Map<string, unknown>();
		this.sequence('}', () => {
			const start = this.at;
			if (this.text[start] !== '"') throw this.stop();
			const key = this.string();
			if (entries.has(key)) throw new Stop('json-doubled-key', start);
			this.take(SPACE);
			this.expect(':');
			entries.set(key, this.value(`${pointer}/${escaped(key)}`, depth + 1));
		});
		return Object.fromEntries(entries);
	}

	private list(pointer: string, depth: number): unknown[] {
		const items: unknown[] = [];
		this.sequence(']', () => items.push(this.value(`${pointer}/${items.length}`, depth + 1)));
		return items;
	}

	/** Members separated by commas, from the opening bracket here to `close`. */
	private sequence(close: string, member: () => void): void {
		this.at++;
		this.take(SPACE);
		if (this.text[this.at] === close) {
			this.at++;
			return;
		}
		for (;;) {
			this.take(SPACE);
			member();
			this.take(SPACE);
			if (this.text[this.at] !== ',') break;
			this.at++;
		}
		this.expect(close);
	}

	private string(): string {
		const start = this.at;
		const raw = this.take(TEXT);
		if (raw === '') throw new Stop('json-bad-text', start);
		return JSON.parse(raw) as string;
	}

	private expect(char: string): void {
		if (this.text[this.at] !== char) throw this.stop();
		this.at++;
	}

	private take(pattern: RegExp): string {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0] ?? '';
		this.at += found.length;
		return found;
	}

	/** Lines are counted once, from where the last count ended. */
	private lineHere(): number {
		for (; this.counted < this.at; this.counted++)
			if (this.text.charCodeAt(this.counted) === 10) this.line++;
		return this.line;
	}

	private stop(): Stop {
		return new Stop(this.at >= this.text.length ? 'json-ended' : 'json-unexpected', this.at);
	}
}
