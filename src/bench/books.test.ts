import { expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import { balance, type AttemptFact, type Books, type LedgerEntry } from './books.ts';

const submittedAt = instant('2026-10-06T02:10:00.000Z');
const entry: LedgerEntry = {
	attemptId: 'a1',
	personId: 'p1',
	answers: [{ position: 1, clientSeq: 2, response: { s1: true, s2: false } }],
	submission: { submittedAt, receipt: 'R1' }
};
const stored: AttemptFact = {
	id: 'a1',
	personId: 'p1',
	seq: 1,
	receipt: 'R1',
	answers: [{ position: 1, clientSeq: 2, response: { s2: false, s1: true } }],
	end: { kind: 'submitted', endedAt: submittedAt }
};
const line = { attemptId: 'a1', rank: 1, score: 5, elapsed: 600_000, attempts: 1 };
const books: Books = { ledger: [entry], attempts: [stored], board: [line], recomputed: [line] };

test('books balance when all that was acknowledged is there', () => {
	expect(balance(books)).toEqual([]);
});

test('a newer save than the acknowledged one is no loss: only its answer was', () => {
	const answers = [{ position: 1, clientSeq: 3, response: null }];
	expect(balance({ ...books, attempts: [{ ...stored, answers }] })).toEqual([]);
});

const older = [{ position: 1, clientSeq: 1, response: { s1: true, s2: false } }];
const other = [{ position: 1, clientSeq: 2, response: { s1: true, s2: true } }];
const later = { kind: 'submitted', endedAt: instant('2026-10-06T02:10:00.001Z') } as const;

test.each<[string, string, Partial<Books>]>([
	['an answer is gone', 'answer-missing', { attempts: [{ ...stored, answers: [] }] }],
	['an older answer stands', 'answer-missing', { attempts: [{ ...stored, answers: older }] }],
	['another value stands', 'answer-differs', { attempts: [{ ...stored, answers: other }] }],
	['the attempt is gone', 'attempt-missing', { attempts: [] }],
	['it is somebody else’s', 'attempt-missing', { attempts: [{ ...stored, personId: 'p2' }] }],
	['it never ended', 'end-missing', { attempts: [{ ...stored, end: null }] }],
	['it ended at another time', 'end-differs', { attempts: [{ ...stored, end: later }] }],
	['another receipt stands', 'end-differs', { attempts: [{ ...stored, receipt: 'R2' }] }],
	[
		'an attempt nobody started',
		'attempt-unknown',
		{ attempts: [stored, { ...stored, id: 'a2', seq: 2 }] }
	],
	['the same attempt twice', 'attempt-duplicate', { attempts: [stored, stored] }],
	['the board lacks a person', 'board-differs', { board: [] }],
	['the board has another score', 'board-differs', { board: [{ ...line, score: 6 }] }]
])('books do not balance when %s', (_, code, change) => {
	const codes = balance({ ...books, ...change }).map((fault) => fault.code);
	expect(new Set(codes)).toEqual(new Set([code]));
});
