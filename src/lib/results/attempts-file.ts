import type { PersonTallies } from '#lib/standings/board.ts';
import { readAttemptLine, type AttemptLine } from './attempt-line.ts';
import type { BundleProblem } from './bundle-problem.ts';
import type { BundleContest, BundleSource } from './bundle.ts';
import { shortly } from './bundle-shape.ts';
import { knownToAttempts, type KnownToAttempts } from './known-to-attempts.ts';
import { SeenIds } from './seen-ids.ts';
import { AttemptTallies } from './tally-attempts.ts';

export interface FoldedAttempts {
	readonly people: readonly PersonTallies[];
	readonly problems: readonly BundleProblem[];
}

/**
 * Reads attempts.ndjson once, line by line, against the raw contest.json, and folds it where that file is
 * sound (`contest`). Blank lines are passed over.
 */
export function foldAttempts(
	source: BundleSource,
	raw: unknown,
	contest: BundleContest | null
): FoldedAttempts {
	if (raw === undefined) return { people: [], problems: [] };
	const tallies = contest && new AttemptTallies(contest);
	const known = knownToAttempts(raw);
	const doubles = new Doubles(known.maxScores.length);
	const problems: BundleProblem[] = [];
	for (const { line, attempt, problems: found } of attemptLines(source.attempts(), known)) {
		problems.push(...found);
		if (attempt === null) continue;
		if (doubles.isSeqDoubled(attempt)) problems.push(doubledSeq(attempt, line));
		doubles.suspectId(attempt.id);
		if (found.length === 0) tallies?.add(attempt);
	}
	problems.push(...doubledIds(source.attempts, doubles.suspects));
	problems.sort((a, b) => a.line - b.line);
	return { people: tallies?.people() ?? [], problems };
}

export interface ReadLine {
	readonly line: number;
	readonly attempt: AttemptLine | null;
	readonly problems: readonly BundleProblem[];
}

export function* attemptLines(lines: Iterable<string>, known: KnownToAttempts): Iterable<ReadLine> {
	for (const { text, line } of numbered(lines))
		yield { line, ...readAttemptLine(text, line, known) };
}

function* numbered(lines: Iterable<string>): Iterable<{ text: string; line: number }> {
	let line = 0;
	for (const read of lines) {
		line++;
		const text = line === 1 && read.startsWith('\uFEFF') ? read.slice(1) : read;
		if (text.trim() !== '') yield { text, line };
	}
}

/** Finds what came twice without keeping the attempts: 32 bits per person and round, a print per id. */
class Doubles {
	readonly suspects = new Set<string>();
	private readonly seen = new SeenIds();
	private readonly low: number[] = [];
	private readonly high = new Set<string>();
	private readonly rounds: number;

	constructor(rounds: number) {
		this.rounds = rounds;
	}

	suspectId(id: string): void {
		if (this.seen.sawBefore(id)) this.suspects.add(id);
	}

	isSeqDoubled({ person, round, seq }: AttemptLine): boolean {
		if (person < 0 || round < 0) return false;
		const cell = person * this.rounds + round;
		if (seq > 30) {
			const key = `${cell}/${seq}`;
			const before = this.high.has(key);
			this.high.add(key);
			return before;
		}
		const bits = this.low[cell] ?? 0;
		this.low[cell] = bits | (1 << seq);
		return (bits & (1 << seq)) !== 0;
	}
}

function doubledSeq(attempt: AttemptLine, line: number): BundleProblem {
	const facts = { field: '/seq', found: attempt.seq };
	return { file: 'attempts.ndjson', line, code: 'doubled-attempt', facts };
}

/** A second look, only when some id is suspected: which lines repeat it. */
function doubledIds(lines: () => Iterable<string>, suspects: ReadonlySet<string>): BundleProblem[] {
	if (suspects.size === 0) return [];
	const seen = new Set<string>();
	const problems: BundleProblem[] = [];
	for (const { text, line } of numbered(lines())) {
		const id = idIn(text);
		if (id === null || !suspects.has(id)) continue;
		if (seen.has(id)) {
			const facts = { field: '/id', found: shortly(id) };
			problems.push({ file: 'attempts.ndjson', line, code: 'doubled-id', facts });
		}
		seen.add(id);
	}
	return problems;
}

function idIn(text: string): string | null {
	try {
		const value: unknown = JSON.parse(text);
		const id: unknown = typeof value === 'object' && value !== null && Reflect.get(value, 'id');
		return typeof id === 'string' ? id : null;
	} catch {
		return null;
	}
}
