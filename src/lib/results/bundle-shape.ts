import type { z } from 'zod';
import { contestSchema, type ContestFrame } from './bundle.schema.ts';
import {
	bundleProblemCodes,
	type BundleProblemCode,
	type PlacedProblem
} from './bundle-problem.ts';

type Issue = z.core.$ZodIssue;

export interface ShapedContest {
	/** null when the shape is wrong somewhere; its people are still as they came. */
	readonly frame: ContestFrame | null;
	readonly problems: readonly PlacedProblem[];
}

/** Judges the shape of contest.json but for its people; every wrong field is named. */
export function shapeContest(raw: unknown): ShapedContest {
	const read = contestSchema.safeParse(raw);
	if (read.success) return { frame: read.data, problems: [] };
	return { frame: null, problems: read.error.issues.flatMap((issue) => problemsOf(issue, raw)) };
}

export function formOf(raw: unknown): 'full' | 'public' {
	return valueAt(raw, ['form']) === 'public' ? 'public' : 'full';
}

function problemsOf(issue: Issue, raw: unknown): PlacedProblem[] {
	const { path } = issue;
	if (issue.code === 'unrecognized_keys')
		return issue.keys.map((key) => placed([...path, key], 'unknown-field'));
	if (valueAt(raw, path) === undefined) return [placed(path, 'missing-field')];
	const own = issue.code === 'custom' ? ownCode(issue.params) : undefined;
	if (own !== undefined) return [placed(path, own)];
	const found = shortly(valueAt(raw, path));
	return [placed(path, 'wrong-value', { expected: expectedOf(issue), found })];
}

function placed(
	path: readonly PropertyKey[],
	code: BundleProblemCode,
	facts: Record<string, string> = {}
): PlacedProblem {
	return { path, code, facts };
}

function ownCode(params: Record<string, unknown> | undefined): BundleProblemCode | undefined {
	return bundleProblemCodes.find((code) => code === params?.['code']);
}

/** What would have been right, in signs rather than words, so that it reads in every language. */
function expectedOf(issue: Issue): string {
	switch (issue.code) {
		case 'invalid_value':
			return issue.values.map(shortly).join(' | ');
		case 'invalid_type':
			return issue.expected;
		case 'too_small':
			return `≥ ${issue.minimum}`;
		case 'too_big':
			return `≤ ${issue.maximum}`;
		case 'custom':
			return String(issue.params?.['expected'] ?? issue.message);
		case 'invalid_union':
			return 'integer';
		default:
			return issue.message;
	}
}

/** A value as JSON, cut to what fits in a sentence; what is nested too deep to print is `…`. */
export function shortly(value: unknown): string {
	const text = printed(value);
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function printed(value: unknown): string {
	try {
		const big = (_: string, inner: unknown) =>
			typeof inner === 'bigint' ? inner.toString() : inner;
		return JSON.stringify(value, big) ?? '';
	} catch (error) {
		if (error instanceof RangeError) return '…';
		throw error;
	}
}

export function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
	let at = raw;
	for (const step of path) {
		if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
		at = Reflect.get(at, step);
	}
	return at;
}
