import type { Contest } from '#lib/contest/contests.reads.server.ts';
import { fraction } from '#lib/kernel/fraction.ts';
import { epochMs, instantOf } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { ScoredAttempt } from '#lib/taking/scored-attempts.server.ts';
import { roundRows, type BoardRow } from './board.ts';
import { listEntriesOf, type RankedEntry } from './board.reads.server.ts';
import type { StoredRow } from './board-rows.reads.server.ts';
import { replaceRows } from './board.writes.server.ts';
import { normalisedElapsed } from './elapsed.ts';
import {
	listJudgedAttempts,
	type AttemptsQuestion,
	type JudgedAttempt
} from './judged-attempts.server.ts';
import { withoutPrediction } from './ranking-keys.ts';
import { addAttempt, type RoundTally, type ValidAttempt } from './select-attempt.ts';
import { sortKey } from './sort-key.ts';

/**
 * Folds people anew from their attempts in every round of the contest, by the chain without the
 * prediction. Answers the ids of the rounds in which some of them have an attempt that ended.
 */
export async function foldPeople(tx: WriteDb, fold: AttemptsQuestion): Promise<Set<string>> {
	const { contest, personIds } = fold;
	const judged = await listJudgedAttempts(tx, fold);
	const entries = await listEntriesOf(tx, contest.code, personIds);
	const ended = judged.flatMap((attempt) => (hasEnded(attempt) ? [attempt] : []));
	const byRound = Map.groupBy(ended, ({ round }) => round.id);
	for (const [roundId, attempts] of byRound) {
		const maxScore = attempts[0]?.maxScore ?? 0;
		const rows = rowsOf({ contest, maxScore }, entries, attempts);
		await replaceRows(tx, roundId, { personIds, rows });
	}
	return new Set(byRound.keys());
}

type EndedAttempt = JudgedAttempt & { readonly ended: ScoredAttempt };

function hasEnded(judged: JudgedAttempt): judged is EndedAttempt {
	return judged.ended !== null;
}

interface RoundFold {
	readonly contest: Contest;
	readonly maxScore: number;
}

function rowsOf(
	fold: RoundFold,
	entries: readonly RankedEntry[],
	ended: readonly EndedAttempt[]
): StoredRow[] {
	const byPerson = Map.groupBy(ended, ({ attempt }) => attempt.personId);
	return entries.flatMap((entry) => {
		const tally = tallyOf(fold, byPerson.get(entry.personId) ?? []);
		return tally === undefined ? [] : [rowOf(fold, entry, tally)];
	});
}

function tallyOf(fold: RoundFold, ended: readonly EndedAttempt[]): RoundTally | undefined {
	const { select, durationSeconds } = fold.contest.definition.rules;
	return ended
		.filter(({ valid }) => valid)
		.map((judged) => rankedAttempt(judged, durationSeconds * 1000))
		.reduce<RoundTally | undefined>(
			(tally, attempt) => addAttempt(tally, attempt, { select, maxScore: fold.maxScore }),
			undefined
		);
}

function rankedAttempt(
	{ attempt, ended, granted }: EndedAttempt,
	durationMs: number
): ValidAttempt {
	const { id, seq } = attempt;
	const { kind, endedAt, score, prediction } = ended;
	const startedMs = epochMs(attempt.startedAt);
	const submittedMs = epochMs(endedAt);
	const times = { startedMs, submittedMs, status: kind };
	const elapsed = normalisedElapsed(times, durationMs, fraction(...granted.extraTime));
	return { id, seq, score, elapsed, submittedMs, startedMs, prediction };
}

function rowOf(fold: RoundFold, entry: RankedEntry, tally: RoundTally): StoredRow {
	const person = {
		id: entry.personId,
		unitId: entry.unitKey,
		group: entry.groupId,
		registeredMs: epochMs(entry.registeredAt),
		rounds: [tally]
	};
	const shape = { index: 0, maxScore: fold.maxScore, prediction: null };
	const row = roundRows([person], shape).rows[0] as BoardRow;
	const { selected } = tally;
	const chain = withoutPrediction(fold.contest.definition.rules.ranking.round);
	return {
		personId: entry.personId,
		unitKey: entry.unitKey,
		groupId: entry.groupId,
		attemptId: selected.id,
		score: selected.score,
		elapsed: selected.elapsed,
		submittedAt: instantOf(selected.submittedMs),
		startedAt: instantOf(selected.startedMs ?? 0),
		firstSubmittedAt: instantOf(tally.firstSubmittedMs),
		registeredAt: entry.registeredAt,
		attempts: tally.attempts,
		perfect: row.perfect,
		hasFull: tally.full,
		prediction: selected.prediction,
		predictionError: null,
		sortKey: Buffer.from(sortKey(row, chain))
	};
}
