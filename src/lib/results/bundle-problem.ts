import type { Facts } from '#lib/kernel/outcome.ts';

/** Every way a publication bundle can be refused (contract §4.12); the sentences are in messages/results.ts. */
export const bundleProblemCodes = [
	'unreadable-json',
	'missing-file',
	'missing-field',
	'unknown-field',
	'wrong-value',
	'doubled-id',
	'unknown-id',
	'doubled-attempt',
	'score-outside',
	'extra-time-below-one',
	'unit-circle',
	'round-called-final',
	'scope-undeclared',
	'bands-out-of-order',
	'group-needed',
	'draw-without-seed',
	'later-version'
] as const;
export type BundleProblemCode = (typeof bundleProblemCodes)[number];

export type BundleFile = 'contest.json' | 'attempts.ndjson' | 'standings.json' | 'SHA256SUMS';

/** One thing wrong in a bundle; `line` counts from 1. */
export interface BundleProblem {
	readonly file: BundleFile;
	readonly line: number;
	readonly code: BundleProblemCode;
	readonly facts: Facts;
}

/** A problem at a place inside a JSON document, before its line is looked up. */
export interface PlacedProblem {
	readonly path: readonly PropertyKey[];
	readonly code: BundleProblemCode;
	readonly facts: Facts;
}
