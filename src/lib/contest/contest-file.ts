import type { ImportNote } from '#lib/kernel/import-report.ts';
import { readJsonFile, type Fault } from '#lib/kernel/json-file.ts';
import type { ContestDefinition } from './definition.ts';
import { definitionFaults } from './definition-faults.ts';
import { contestFileSchema } from './import-contest.schema.ts';

export interface ContestFile {
	/** null: it cannot be read, and the notes say why. */
	readonly definition: ContestDefinition | null;
	readonly notes: readonly ImportNote[];
	/** The note for a fault found later, at its line in this file. */
	readonly noteOf: (fault: Fault) => ImportNote;
}

/** Reads khoabang.contest/1: its shape first, then what its parts say about each other. */
export function readContestFile(text: string): ContestFile {
	const {
		value: definition,
		notes,
		noteOf
	} = readJsonFile<ContestDefinition>(text, contestFileSchema);
	if (definition === null) return { definition, notes, noteOf };
	return { definition, notes: definitionFaults(definition).map(noteOf), noteOf };
}
