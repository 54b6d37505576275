import { parseJsonWithLines, pointerOf } from '#lib/kernel/json-lines.ts';
import type { ContestFrame } from './bundle.schema.ts';
import type { BundleProblem, PlacedProblem } from './bundle-problem.ts';
import { referenceProblems } from './bundle-references.ts';
import { formOf, shapeContest, valueAt } from './bundle-shape.ts';
import { readPeople, type BundlePerson } from './person-fields.ts';

/** A publication bundle as text. `attempts` begins anew at each call, so that it can be read twice. */
export interface BundleSource {
	readonly contest: string;
	readonly attempts: () => Iterable<string>;
}

/** A sound contest.json of either form. */
export type BundleContest = Omit<ContestFrame, 'people'> & {
	readonly people: readonly BundlePerson[];
};

export interface ReadContest {
	/** What JSON made of the file; undefined when it is not JSON. Attempts are checked against it. */
	readonly raw: unknown;
	/** null when anything is wrong with it. */
	readonly contest: BundleContest | null;
	readonly problems: readonly BundleProblem[];
}

/** Reads contest.json of either form; all that is wrong is named at once, with its line. */
export function readContest(text: string): ReadContest {
	const raw = parsed(text);
	if (raw === undefined) return { raw, contest: null, problems: [unreadable(text)] };
	const { frame, problems } = shapeContest(raw);
	const records = valueAt(raw, ['people']);
	const people = readPeople(Array.isArray(records) ? records : [], formOf(raw));
	const placed = [...problems, ...people.problems, ...referenceProblems(raw)];
	if (frame === null || placed.length > 0)
		return { raw, contest: null, problems: withLines(text, placed) };
	return { raw, contest: { ...frame, people: people.people }, problems: [] };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
	} catch {
		return undefined;
	}
}

function unreadable(text: string): BundleProblem {
	const { error } = parseJsonWithLines(text);
	const { line, column } = error ?? { line: 1, column: 1 };
	return { file: 'contest.json', line, code: 'unreadable-json', facts: { column } };
}

/** Lines are looked up only when something is wrong: a sound file is read without remembering them. */
function withLines(text: string, placed: readonly PlacedProblem[]): BundleProblem[] {
	const lines = parseJsonWithLines(text);
	return placed
		.map(({ path, code, facts }) => ({
			file: 'contest.json' as const,
			line: lines.error ? lines.error.line : lines.lineOf(pointerOf(path)),
			code,
			facts: { field: pointerOf(path), ...facts }
		}))
		.sort((a, b) => a.line - b.line);
}
