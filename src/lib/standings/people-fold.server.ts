import type { Contest, Round } from '#lib/contest/contests.reads.server.ts';
import {
	listAccommodations,
	noAccommodation,
	type Accommodation
} from '#lib/contest/entries.reads.server.ts';
import { fraction } from '#lib/kernel/fraction.ts';
import { epochMs, instantOf, type Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { listAttempts } from '#lib/taking/attempts.reads.server.ts';
import { maxScoreOf } from '#lib/taking/score-attempt.ts';
import { listScored, type ScoredAttempt } from '#lib/taking/scored-attempts.server.ts';
import type { Sources } from '#lib/taking/sources.server.ts';
import { isValidAttempt } from './attempt-validity.ts';
import { roundRows, type BoardRow } from './board.ts';
import { listAttemptIds, listEntriesOf, type RankedEntry } from './board.reads.server.ts';
import type { StoredRow } from './board-rows.reads.server.ts';
import { replaceRows } from './board.writes.server.ts';
import { normalisedElapsed } from './elapsed.ts';
import { withoutPrediction } from './ranking-keys.ts';
import { addAttempt, type RoundTally, type ValidAttempt } from './select-attempt.ts';
import { sortKey } from './sort-key.ts';

export interface Fold {
	readonly contest: Contest;
	readonly rounds: readonly Round[];
	readonly personIds: readonly string[];
	readonly sources: Sources;
	readonly at: Instant;
}

/**
 * Folds people anew from their attempts in every round of the contest, by the chain without the
 * prediction. Answers the ids of the rounds in which some of them have an attempt that ended.
 */
export async function foldPeople(tx: WriteDb, fold: Fold): Promise<Set<string>> {
	const { contest, personIds, sources, at } = fold;
	const attempts = await listAttempts(tx, await listAttemptIds(tx, contest.code, personIds));
	const scored = await listScored(tx, attempts, { sources, at });
	const entries = await listEntriesOf(tx, contest.code, personIds);
	const extra = await listAccommodations(tx, contest.code);
	const byRound = Map.groupBy(scored, ({ attempt }) => attempt.roundId);
	for (const round of fold.rounds) {
		const ended = byRound.get(round.id);
		if (ended === undefined) continue;
		const form = await sources.form(tx, round.id);
		const maxScore = maxScoreOf(contest.definition.blueprint, form);
		const rows = rowsOf({ contest, round, maxScore, extra }, entries, ended);
		await replaceRows(tx, round.id, { personIds, rows });
	}
	return new Set(byRound.keys());
}

interface RoundFold {
	readonly contest: Contest;
	readonly round: Round;
	readonly maxScore: number;
	readonly extra: ReadonlyMap<string, Accommodation>;
}

function rowsOf(
	fold: RoundFold,
	entries: readonly RankedEntry[],
	ended: readonly ScoredAttempt[]
): StoredRow[] {
	const byPerson = Map.groupBy(ended, ({ attempt }) => attempt.personId);
	return entries.flatMap((entry) => {
		const tally = tallyOf(fold, byPerson.get(entry.personId) ?? []);
		return tally === undefined ? [] : [rowOf(fold, entry, tally)];
	});
}

function tallyOf(fold: RoundFold, ended: readonly ScoredAttempt[]): RoundTally | undefined {
	const { select } = fold.contest.definition.rules;
	return ended
		.flatMap((scored) => validAttempt(fold, scored) ?? [])
		.reduce<RoundTally | undefined>(
			(tally, attempt) => addAttempt(tally, attempt, { select, maxScore: fold.maxScore }),
			undefined
		);
}

function validAttempt(fold: RoundFold, scored: ScoredAttempt): ValidAttempt | null {
	const { contest, round, extra } = fold;
	const { attempt, kind, endedAt, score, prediction } = scored;
	const { attemptsMax, durationSeconds } = contest.definition.rules;
	const { extraAttempts, extraTime } = extra.get(attempt.personId) ?? noAccommodation;
	const startedMs = epochMs(attempt.startedAt);
	const submittedMs = epochMs(endedAt);
	const granted = { attemptsMax, extraAttempts, excluded: false };
	const window = { opensMs: epochMs(round.opensAt), closesMs: epochMs(round.closesAt) };
	const claim = { status: kind, voided: false, startedMs, seq: attempt.seq };
	if (!isValidAttempt(claim, { ...window, ...granted })) return null;
	const times = { startedMs, submittedMs, status: kind };
	const elapsed = normalisedElapsed(times, durationSeconds * 1000, fraction(...extraTime));
	return { id: attempt.id, seq: attempt.seq, score, elapsed, submittedMs, startedMs, prediction };
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
