import { sha256Hex } from '#lib/kernel/digest.ts';
import type { BundleProblem } from './bundle-problem.ts';
import type { BundleSource } from './bundle.ts';
import { firstDifference, type StandingsDifference } from './standings-difference.ts';
import { recompute, standingsText, type Recomputed } from './recompute.ts';

/** What `verify` looks at: the bundle and what lies beside it. */
export interface BundleFolder extends BundleSource {
	/** Text of standings.json; null when there is none. */
	readonly standings: string | null;
	/** Text of SHA256SUMS; null when there is none. */
	readonly sums: string | null;
	/** sha256 in hex of every file of the folder but SHA256SUMS, by its name. */
	readonly hashes: ReadonlyMap<string, string>;
}

export type VerifyFinding =
	| { readonly kind: 'bundle'; readonly problem: BundleProblem }
	| { readonly kind: 'standings-missing' }
	| { readonly kind: 'standings-differ'; readonly difference: StandingsDifference }
	| { readonly kind: 'sums-missing' }
	| { readonly kind: 'sums-unreadable'; readonly line: number }
	| { readonly kind: 'hash-differs'; readonly line: number; readonly file: string }
	| { readonly kind: 'file-missing'; readonly line: number; readonly file: string }
	| { readonly kind: 'file-unlisted'; readonly file: string }
	| { readonly kind: 'commitment-differs'; readonly round: string };

/**
 * Recomputes a bundle, compares bytes with its standings.json, and checks SHA256SUMS and the draw's
 * commitments (contract §1 `verify`, §4.11). No finding: all is as published.
 */
export function verify(folder: BundleFolder): VerifyFinding[] {
	const recomputed = recompute(folder);
	return [
		...sumFindings(folder),
		...commitmentFindings(recomputed),
		...standingsFindings(folder, recomputed)
	];
}

function standingsFindings(folder: BundleFolder, recomputed: Recomputed): VerifyFinding[] {
	if (!recomputed.ok) return recomputed.problems.map((problem) => ({ kind: 'bundle', problem }));
	if (folder.standings === null) return [{ kind: 'standings-missing' }];
	const expected = standingsText(recomputed.standings);
	if (expected === folder.standings) return [];
	const difference = firstDifference(recomputed.standings, expected, folder.standings);
	return [{ kind: 'standings-differ', difference }];
}

function commitmentFindings(recomputed: Recomputed): VerifyFinding[] {
	if (!recomputed.ok) return [];
	return recomputed.contest.rounds.flatMap(({ id, draw }) => {
		if (draw === null || draw.seed === null) return [];
		const committed = sha256Hex(Buffer.from(draw.seed, 'hex')) === draw.commitment.toLowerCase();
		return committed ? [] : [{ kind: 'commitment-differs' as const, round: id }];
	});
}

const SUM_LINE = /^([0-9a-f]{64}) [ *](.+)$/i;

function sumFindings({ sums, hashes }: BundleFolder): VerifyFinding[] {
	if (sums === null) return [{ kind: 'sums-missing' }];
	const listed = new Set<string>();
	const findings = sums.split(/\r?\n/).flatMap((text, index): VerifyFinding[] => {
		if (text === '') return [];
		const [, hash, file] = SUM_LINE.exec(text) ?? [];
		const line = index + 1;
		if (hash === undefined || file === undefined) return [{ kind: 'sums-unreadable', line }];
		listed.add(file);
		const found = hashes.get(file);
		if (found === undefined) return [{ kind: 'file-missing', line, file }];
		return found === hash.toLowerCase() ? [] : [{ kind: 'hash-differs', line, file }];
	});
	const unlisted = [...hashes.keys()].filter((file) => !listed.has(file)).sort();
	return [...findings, ...unlisted.map((file) => ({ kind: 'file-unlisted' as const, file }))];
}
