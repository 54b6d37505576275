import type { Instant } from '#lib/kernel/instant.ts';
import { canonicalJson } from '#lib/kernel/canonical-json.ts';

/** What the server acknowledged of one attempt, as the load run saw it. */
export interface LedgerEntry {
	readonly attemptId: string;
	readonly personId: string;
	/** The newest acknowledged save of each position. */
	readonly answers: readonly AcknowledgedAnswer[];
	/** Null: no submission was acknowledged. */
	readonly submission: { readonly submittedAt: Instant; readonly receipt: string } | null;
}

export interface AcknowledgedAnswer {
	readonly position: number;
	readonly clientSeq: number;
	readonly response: unknown;
}

/** One attempt as the database has it. */
export interface AttemptFact {
	readonly id: string;
	readonly personId: string;
	readonly seq: number;
	readonly receipt: string;
	/** The newest save of each position. */
	readonly answers: readonly AcknowledgedAnswer[];
	readonly end: { readonly kind: 'submitted' | 'auto'; readonly endedAt: Instant } | null;
}

/** A person's place on the board, or in the recomputed standings. */
export interface BoardLine {
	/** As publications name it. */
	readonly attemptId: string;
	readonly rank: number;
	readonly score: number;
	readonly elapsed: number;
	readonly attempts: number;
}

export interface Books {
	readonly ledger: readonly LedgerEntry[];
	readonly attempts: readonly AttemptFact[];
	readonly board: readonly BoardLine[];
	readonly recomputed: readonly BoardLine[];
}

/** Something that was promised and is not there, or is there and was never promised. */
export interface BookFault {
	readonly code:
		| 'attempt-missing'
		| 'attempt-unknown'
		| 'attempt-duplicate'
		| 'answer-missing'
		| 'answer-differs'
		| 'end-missing'
		| 'end-differs'
		| 'board-differs';
	readonly about: string;
}

/**
 * Holds what was acknowledged against what the database has (performance.md, The benchmark): every
 * acknowledged answer is there with its value, every attempt ended once and as told, nobody has an attempt
 * twice, and the board is what the facts give. Empty: the books balance.
 */
export function balance(books: Books): BookFault[] {
	return [
		...duplicates(books.attempts),
		...unknownAttempts(books),
		...books.ledger.flatMap((entry) => entryFaults(entry, books.attempts)),
		...boardFaults(books)
	];
}

function duplicates(attempts: readonly AttemptFact[]): BookFault[] {
	const seen = new Set<string>();
	return attempts.flatMap(({ personId, seq }) => {
		const key = `person ${personId} attempt ${seq}`;
		if (seen.has(key)) return [fault('attempt-duplicate', key)];
		seen.add(key);
		return [];
	});
}

/** An attempt without an acknowledged start would be a pupil's attempt used up for nothing. */
function unknownAttempts({ ledger, attempts }: Books): BookFault[] {
	const known = new Set(ledger.map(({ attemptId }) => attemptId));
	return attempts.filter(({ id }) => !known.has(id)).map(({ id }) => fault('attempt-unknown', id));
}

function entryFaults(entry: LedgerEntry, attempts: readonly AttemptFact[]): BookFault[] {
	const stored = byId(attempts).get(entry.attemptId);
	if (stored === undefined || stored.personId !== entry.personId)
		return [fault('attempt-missing', entry.attemptId)];
	return [...answerFaults(entry, stored), ...endFaults(entry, stored)];
}

const indexes = new WeakMap<readonly AttemptFact[], ReadonlyMap<string, AttemptFact>>();

function byId(attempts: readonly AttemptFact[]): ReadonlyMap<string, AttemptFact> {
	const known = indexes.get(attempts);
	if (known) return known;
	const index = new Map(attempts.map((attempt) => [attempt.id, attempt]));
	indexes.set(attempts, index);
	return index;
}

function answerFaults(entry: LedgerEntry, stored: AttemptFact): BookFault[] {
	const newest = new Map(stored.answers.map((answer) => [answer.position, answer]));
	return entry.answers.flatMap((acknowledged) => {
		const { position, clientSeq, response } = acknowledged;
		const about = `${entry.attemptId} position ${position} clientSeq ${clientSeq}`;
		const there = newest.get(position);
		if (there === undefined || there.clientSeq < clientSeq) return [fault('answer-missing', about)];
		// A newer one than was acknowledged: its answer was lost on the way, the save was not.
		const isSame = canonicalJson(there.response) === canonicalJson(response);
		return there.clientSeq > clientSeq || isSame ? [] : [fault('answer-differs', about)];
	});
}

function endFaults(entry: LedgerEntry, stored: AttemptFact): BookFault[] {
	if (entry.submission === null) return [];
	if (stored.end === null) return [fault('end-missing', entry.attemptId)];
	const { submittedAt, receipt } = entry.submission;
	const isSame = stored.end.endedAt === submittedAt && stored.receipt === receipt;
	return isSame ? [] : [fault('end-differs', entry.attemptId)];
}

function boardFaults({ board, recomputed }: Books): BookFault[] {
	const linesOf = (lines: readonly BoardLine[]) =>
		new Set(lines.map((line) => canonicalJson(line)));
	const [shown, right] = [linesOf(board), linesOf(recomputed)];
	return [
		...[...right].filter((line) => !shown.has(line)).map((line) => `not on the board: ${line}`),
		...[...shown].filter((line) => !right.has(line)).map((line) => `only on the board: ${line}`)
	].map((about) => fault('board-differs', about));
}

function fault(code: BookFault['code'], about: string): BookFault {
	return { code, about };
}
