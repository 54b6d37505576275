import type { Instant } from '#lib/kernel/instant.ts';
import { takesSaves, type AttemptWindow } from './attempt-window.ts';
import type { Response } from './response-shape.ts';
import type { SaveAnswer, SavedEntry, SaveEntry, SaveRequest } from './save.ts';

/** Where a save stands: each start or resume is a higher writer, and each counts its own saves. */
export interface SavePlace {
	readonly writer: number;
	/** 1 … 2^53 − 1, compared within a position. */
	readonly clientSeq: number;
}

/** What the server knows when a save arrives. */
export interface SavedSoFar {
	/** The attempt's current writer. */
	readonly current: number;
	/** The newest save of this position, if any. */
	readonly newest: SavePlace | null;
}

/**
 * keep: append it · known: it or a newer one is stored, answer with the stored one · elsewhere: the
 * attempt was continued on another device · unknown-writer: no such writer was ever given.
 */
export type SaveVerdict = 'keep' | 'known' | 'elsewhere' | 'unknown-writer';

/** Order of saves (contract §2, Saving): by writer, then by clientSeq. */
export function isNewer(a: SavePlace, b: SavePlace): boolean {
	return a.writer > b.writer || (a.writer === b.writer && a.clientSeq > b.clientSeq);
}

/** Judges one save by (writer, clientSeq); without a writer the current one is meant. */
export function judgeSave(
	save: { readonly writer: number | null; readonly clientSeq: number },
	known: SavedSoFar
): SaveVerdict {
	const writer = save.writer ?? known.current;
	if (writer < known.current) return 'elsewhere';
	if (writer > known.current) return 'unknown-writer';
	if (known.newest === null) return 'keep';
	return isNewer({ writer, clientSeq: save.clientSeq }, known.newest) ? 'keep' : 'known';
}

/** An attempt as it is while its row is locked. */
export interface AttemptNow {
	readonly id: string;
	readonly window: AttemptWindow;
	/** Has it a recorded end? */
	readonly ended: boolean;
	readonly writer: number;
}

export interface NewestSave extends SavePlace {
	readonly attemptId: string;
	readonly position: number;
	readonly response: Response | number;
	readonly savedAt: Instant;
}

export interface LateSave extends SaveEntry, SavePlace {
	readonly attemptId: string;
	readonly kind: 'attempt-ended' | 'continued-elsewhere';
	readonly receivedAt: Instant;
}

export interface JudgedSaves {
	/** One for each request, in order. */
	readonly answers: SaveAnswer[];
	/** To be appended. */
	readonly writes: NewestSave[];
	readonly late: LateSave[];
}

interface Judging extends JudgedSaves {
	readonly newest: Map<string, NewestSave>;
}

/**
 * What becomes of save requests that arrived together, in their order (contract §2, Saving). `attempts`
 * holds every attempt asked, `newest` the newest stored save of every position asked, where there is one.
 */
export function judgeRequests(
	requests: readonly SaveRequest[],
	attempts: readonly AttemptNow[],
	newest: readonly NewestSave[]
): JudgedSaves {
	const byId = new Map(attempts.map((attempt) => [attempt.id, attempt]));
	const judging: Judging = {
		answers: [],
		writes: [],
		late: [],
		newest: new Map(newest.map((save) => [keyOf(save.attemptId, save.position), save]))
	};
	for (const request of requests) {
		const attempt = byId.get(request.attemptId);
		if (!attempt) throw new Error('a save of an attempt that was not read');
		judging.answers.push(judgeRequest(judging, request, attempt));
	}
	return judging;
}

function judgeRequest(judging: Judging, request: SaveRequest, attempt: AttemptNow): SaveAnswer {
	const writer = request.writer ?? attempt.writer;
	if (writer > attempt.writer) return { kind: 'unknown-writer' };
	if (attempt.ended || !takesSaves(attempt.window, request.at)) {
		if (request.batch) keepLate(judging, request, { writer, kind: 'attempt-ended' });
		return { kind: 'ended', late: request.batch ? request.entries.length : 0 };
	}
	if (writer < attempt.writer) {
		keepLate(judging, request, { writer, kind: 'continued-elsewhere' });
		return { kind: 'elsewhere', stored: storedFor(judging, request) };
	}
	const entries = request.entries.map((entry) => keep(judging, request, { ...entry, writer }));
	return { kind: 'saved', entries, endsAt: attempt.window.endsAt };
}

function keep(judging: Judging, request: SaveRequest, entry: SaveEntry & SavePlace): SavedEntry {
	const key = keyOf(request.attemptId, entry.position);
	const stored = judging.newest.get(key) ?? null;
	const verdict = judgeSave(entry, { current: entry.writer, newest: stored });
	if (stored !== null && verdict !== 'keep') return savedEntry(stored);
	const { position, writer, clientSeq, response } = entry;
	const save = { position, writer, clientSeq, response, savedAt: request.at };
	const write = { attemptId: request.attemptId, ...save };
	judging.newest.set(key, write);
	judging.writes.push(write);
	return savedEntry(write);
}

function keepLate(
	judging: Judging,
	request: SaveRequest,
	as: { readonly writer: number; readonly kind: LateSave['kind'] }
): void {
	const { attemptId, at: receivedAt } = request;
	for (const entry of request.entries)
		judging.late.push({ ...entry, ...as, attemptId, receivedAt });
}

function storedFor(judging: Judging, request: SaveRequest) {
	const [entry] = request.entries;
	const stored = entry && judging.newest.get(keyOf(request.attemptId, entry.position));
	if (request.batch || !stored) return null;
	const { position, response, clientSeq, savedAt } = stored;
	return { position, response, clientSeq, savedAt };
}

function savedEntry({ position, clientSeq, savedAt }: NewestSave): SavedEntry {
	return { position, clientSeq, savedAt };
}

function keyOf(attemptId: string, position: number): string {
	return `${attemptId}/${position}`;
}
