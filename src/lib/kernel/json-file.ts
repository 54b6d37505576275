import type { ImportNote } from './import-report.ts';
import { parseJsonWithLines, pointerOf } from './json-lines.ts';
import type { Facts } from './outcome.ts';

/** What is wrong at one place of a file; `pointer` is RFC 6901. */
export interface Fault {
	/** Left out: an error. */
	readonly level?: 'warning';
	readonly pointer: string;
	readonly code: string;
	readonly facts?: Facts;
}

/** A schema's complaint, in the shape zod gives it. */
export interface ShapeIssue {
	readonly code?: string;
	readonly path: readonly PropertyKey[];
	readonly message: string;
	readonly input?: unknown;
	readonly keys?: readonly string[];
	readonly values?: readonly unknown[];
}

/** A zod schema, as far as reading a file needs it. */
export interface Shape<T> {
	safeParse(
		value: unknown,
		params: { reportInput: boolean }
	):
		| { readonly success: true; readonly data: T }
		| { readonly success: false; readonly error: { readonly issues: readonly ShapeIssue[] } };
}

export interface JsonFile<T> {
	/** null: it cannot be read, and the notes say why. */
	readonly value: T | null;
	readonly notes: readonly ImportNote[];
	readonly noteOf: (fault: Fault) => ImportNote;
}

/** Reads a JSON file and holds it against its shape; every complaint has the line it is about. */
export function readJsonFile<T>(text: string, shape: Shape<T>): JsonFile<T> {
	const json = parseJsonWithLines(text);
	if (json.error !== undefined) {
		const { line, column, code } = json.error;
		return {
			value: null,
			notes: [{ level: 'error', line, column, code }],
			noteOf: atLine(() => 1)
		};
	}
	const noteOf = atLine(json.lineOf);
	const read = shape.safeParse(json.value, { reportInput: true });
	if (read.success) return { value: read.data, notes: [], noteOf };
	return { value: null, notes: read.error.issues.flatMap(faultsOfIssue).map(noteOf), noteOf };
}

function atLine(lineOf: (pointer: string) => number): (fault: Fault) => ImportNote {
	return ({ level, pointer, code, facts }) => ({
		level: level ?? 'error',
		line: lineOf(pointer),
		code,
		facts: { field: pointer.slice(1), ...facts }
	});
}

/** Unknown fields are named one by one; a message that is a code is kept as the code. */
export function faultsOfIssue(issue: ShapeIssue): Fault[] {
	if (issue.code === 'unrecognized_keys')
		return (issue.keys ?? []).map((key) => ({
			pointer: pointerOf([...issue.path, key]),
			code: 'unknown-field'
		}));
	const pointer = pointerOf(issue.path);
	if (/^[a-z][a-z-]*$/.test(issue.message)) return [{ pointer, code: issue.message }];
	if (issue.input === undefined) return [{ pointer, code: 'missing-field' }];
	if (issue.code === 'invalid_value') {
		const allowed = (issue.values ?? []).map(String).join(', ');
		return [{ pointer, code: 'unknown-word', facts: { allowed } }];
	}
	return [{ pointer, code: 'bad-field' }];
}
