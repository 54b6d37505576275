import type { AttemptFact, BoardLine, Books, LedgerEntry } from './books.ts';
import { CONTEST } from './world-files.ts';
import { getContest, listRounds } from '#lib/contest/contests.reads.server.ts';
import { getContestSecret } from '#lib/contest/secrets.reads.server.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { gatherBundle } from '#lib/results/full-bundle.server.ts';
import { publicAttemptId } from '#lib/results/public-attempt-id.ts';
import { recompute } from '#lib/results/recompute.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { listAllRows, listRanks, type StoredRow } from '#lib/standings/board-rows.reads.server.ts';
import { listAttemptsOfRounds } from '#lib/taking/attempts.reads.server.ts';
import { listResponsesOf } from '#lib/taking/responses.reads.server.ts';

export interface BooksAsked {
	readonly ledger: readonly LedgerEntry[];
	readonly contestCode?: string;
	readonly at: Instant;
}

/** Reads what the database has of the first round of a contest, beside what was acknowledged. */
export async function readBooks(db: ReadDb, asked: BooksAsked): Promise<Books> {
	const contest = await getContest(db, asked.contestCode ?? CONTEST);
	const rounds = (await listRounds(db, contest.code)).slice(0, 1);
	const roundId = rounds[0]?.id ?? '';
	const gathering = { contest, rounds, whole: false, version: 1, at: asked.at };
	return {
		ledger: asked.ledger,
		attempts: await readAttempts(db, roundId),
		board: await readBoard(db, contest.code, roundId),
		recomputed: await recomputeBoard(db, gathering)
	};
}

async function readAttempts(db: ReadDb, roundId: string): Promise<AttemptFact[]> {
	const attempts = await listAttemptsOfRounds(db, [roundId]);
	const ids = attempts.map(({ id }) => id);
	const answers = await listResponsesOf(db, ids);
	return attempts.map(({ id, personId, seq, receipt, end }) => ({
		...{ id, personId, seq, receipt, end },
		answers: answers.get(id) ?? []
	}));
}

/** Every row of the board with its rank in its group, its attempt by the id of publications. */
async function readBoard(db: ReadDb, contestCode: string, roundId: string): Promise<BoardLine[]> {
	const { secret } = await getContestSecret(db, contestCode);
	const byGroup = Map.groupBy(await listAllRows(db, roundId), ({ groupId }) => groupId);
	const lines: BoardLine[] = [];
	for (const [group, rows] of byGroup) {
		const ranks = await listRanks(db, { roundId, group }, rows);
		for (const row of rows) {
			const attemptId = publicAttemptId(secret, row.attemptId);
			lines.push(lineOf({ ...row, attemptId }, ranks.get(row.personId) ?? 0));
		}
	}
	return lines;
}

/** From the facts alone, by the very function of `khoabang recompute`. */
async function recomputeBoard(
	db: ReadDb,
	gathering: Parameters<typeof gatherBundle>[1]
): Promise<BoardLine[]> {
	const { contest, attempts } = await gatherBundle(db, gathering);
	const done = recompute({ contest, attempts: () => attempts.split('\n') });
	if (!done.ok) throw new Error(`the facts cannot be recomputed: ${JSON.stringify(done.problems)}`);
	const groups = done.standings.rounds[0]?.groups ?? [];
	return groups.flatMap(({ rows }) => rows.map((row) => lineOf(row, row.rank)));
}

function lineOf(
	row: Pick<StoredRow, 'attemptId' | 'score' | 'elapsed' | 'attempts'>,
	rank: number
): BoardLine {
	const { attemptId, score, elapsed, attempts } = row;
	return { attemptId, rank, score, elapsed, attempts };
}
