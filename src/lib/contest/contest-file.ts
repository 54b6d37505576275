import type { ImportNote } from '#lib/kernel/import-report.ts';
import { parseJsonWithLines, pointerOf } from '#lib/kernel/json-lines.ts';
import type { z } from 'zod';
import type { ContestDefinition } from './definition.ts';
import { definitionFaults } from './definition-faults.ts';
import { contestFileSchema } from './import-contest.schema.ts';
import type { Fault } from './rules-faults.ts';

export interface ContestFile {
	/** null: it cannot be read, and the notes say why. */
	readonly definition: ContestDefinition | null;
	readonly notes: readonly ImportNote[];
	/** The note for a fault found later, at its line in this file. */
	noteOf(fault: Fault, level?: ImportNote['level']): ImportNote;
}

/** Reads khoabang.contest/1: shape first, then what its parts say about each other. */
export function readContestFile(text: string): ContestFile {
	const json = parseJsonWithLines(text);
	if (json.error !== undefined) {
		const { line, column, code } = json.error;
		return unreadable([{ level: 'error', line, column, code }]);
	}
	const noteOf: ContestFile['noteOf'] = ({ pointer, code, facts }, level = 'error') => ({
		level,
		line: json.lineOf(pointer),
		code,
		facts: { ...facts, field: pointer.slice(1) }
	});
	const shape = contestFileSchema.safeParse(json.value, { reportInput: true });
	if (!shape.success) {
		const faults = shape.error.issues.flatMap(faultsOfIssue);
		return { ...unreadable(faults.map((fault) => noteOf(fault))), noteOf };
	}
	const definition: ContestDefinition = shape.data;
	const notes = definitionFaults(definition).map((fault) => noteOf(fault));
	return { definition, notes, noteOf };
}

function unreadable(notes: readonly ImportNote[]): ContestFile {
	return {
		definition: null,
		notes,
		noteOf: ({ code, facts }, level = 'error') => ({
			level,
			line: 1,
			code,
			...(facts && { facts })
		})
	};
}

/** A schema's complaint as faults: unknown fields are named one by one. */
function faultsOfIssue(issue: z.core.$ZodIssue): Fault[] {
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map((key) => ({
			pointer: pointerOf([...issue.path, key]),
			code: 'unknown-field'
		}));
	const pointer = pointerOf(issue.path);
	if (issue.input === undefined && issue.code !== 'custom')
		return [{ pointer, code: 'missing-field' }];
	if (issue.code === 'invalid_value')
		return [
			{ pointer, code: 'unknown-word', facts: { allowed: issue.values.map(String).join(', ') } }
		];
	if (issue.code === 'custom' && /^[a-z-]+$/.test(issue.message))
		return [{ pointer, code: issue.message }];
	return [{ pointer, code: 'bad-field' }];
}
