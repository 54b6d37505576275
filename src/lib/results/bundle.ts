import { parseJsonWithLines, pointerOf } from '#lib/kernel/json-lines.ts';
import type { BundleContest } from './bundle.schema.ts';
import type { BundleProblem, PlacedProblem } from './bundle-problem.ts';
import { referenceProblems } from './bundle-references.ts';
import { shapeContest } from './bundle-shape.ts';

/** A publication bundle as text. `attempts` begins anew at each call, so that it can be read twice. */
export interface BundleSource {
	readonly contest: string;
	readonly attempts: () => Iterable<string>;
}

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
	const { contest, problems } = shapeContest(raw);
	const placed = [...problems, ...referenceProblems(raw)];
	return {
		raw,
		contest: placed.length === 0 ? contest : null,
		problems: placed.length === 0 ? [] : withLines(text, placed)
	};
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
