import {
	findContest,
	listRounds,
	type Contest,
	type Round
} from '#lib/contest/contests.reads.server.ts';
import { fraction } from '#lib/kernel/fraction.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Database, WriteDb } from '#lib/server/db/client.ts';
import { tryElection } from '#lib/server/jobs/election.server.ts';
import { takeFromOutbox, type OutboxRow } from '#lib/server/jobs/outbox.server.ts';
import { maxScoreOf } from '#lib/taking/score-attempt.ts';
import type { Sources } from '#lib/taking/sources.server.ts';
import {
	isRoundRunning,
	listBoardRounds,
	listLeafTallies,
	listUnsettled,
	listUnswept
} from './board.reads.server.ts';
import { listAllRows } from './board-rows.reads.server.ts';
import { recordSnapshot, replaceKeys, replaceUnits } from './board.writes.server.ts';
import { collectiveBoards, unitCounts, type CollectiveRules } from './collective.ts';
import { listContestUnits } from './contest-units.server.ts';
import { foldPeople } from './people-fold.server.ts';
import { settleRound } from './settle-round.ts';
import { nobodyYet, tallyUnits } from './unit-tally.ts';

const BATCH = 500;

/** What the projector works with: remembered forms, and the instant of this turn. */
export interface Turn {
	readonly sources: Sources;
	readonly at: Instant;
}

/**
 * One turn of the boards' projector: takes its own rows out of the outbox, folds the people they name anew
 * from the facts, settles rounds that have closed, and marks a new snapshot of every round that moved, all
 * in one transaction. A row that commits late is found by a later turn. Answers how much it did; 0 where
 * another process is the projector.
 */
export async function projectBoard(write: Database, turn: Turn): Promise<number> {
	return write.transaction().execute(async (tx) => {
		if (!(await tryElection(tx, 'board'))) return 0;
		const rows = await takeFromOutbox(tx, 'board', BATCH);
		const closed = await listUnsettled(tx, turn.at);
		const codes = new Set([...rows, ...closed].map(({ contestCode }) => contestCode));
		let moved = 0;
		for (const code of [...codes].sort()) {
			const contest = await findContest(tx, code);
			if (contest) moved += await projectContest(tx, { ...turn, contest, rows, closed });
		}
		return rows.length + moved;
	});
}

interface ContestTurn extends Turn {
	readonly contest: Contest;
	readonly rows: readonly OutboxRow[];
	readonly closed: readonly { readonly roundId: string }[];
}

/** Answers how many rounds got a new snapshot. */
async function projectContest(tx: WriteDb, turn: ContestTurn): Promise<number> {
	const { contest, rows, closed, sources, at } = turn;
	const rounds = await listRounds(tx, contest.code);
	const over = await roundsToSettle(tx, rounds, at);
	const named = rows.filter((row) => row.contestCode === contest.code && row.kind !== 'start');
	const personIds = [
		...new Set([...named.map(({ personId }) => personId), ...(await listUnswept(tx, over))])
	];
	const folded =
		personIds.length === 0
			? new Set<string>()
			: await foldPeople(tx, { contest, rounds, personIds, sources, at });
	const waits = new Set(closed.map(({ roundId }) => roundId));
	const moved = rounds.filter(({ id }) => folded.has(id) || (waits.has(id) && over.includes(id)));
	const shown = await withLaterBoards(tx, rounds, moved);
	const units = shown.length === 0 ? [] : await listContestUnits(tx, contest);
	for (const round of shown) await snapshot(tx, { ...turn, rounds, units, round });
	return shown.length;
}

/**
 * Ids of closed rounds of which nothing runs and that are not settled yet. Whoever ran out of time in them is
 * folded now, so that a settled board is whole beside a sweeper that stands still.
 */
async function roundsToSettle(
	tx: WriteDb,
	rounds: readonly Round[],
	at: Instant
): Promise<string[]> {
	const ids = rounds.map(({ id }) => id);
	const boards = await listBoardRounds(tx, ids);
	const settled = new Set(boards.filter((board) => board.settled).map(({ roundId }) => roundId));
	const over: string[] = [];
	for (const { id, closesAt } of rounds)
		if (at >= closesAt && !settled.has(id) && !(await isRoundRunning(tx, id, at))) over.push(id);
	return over;
}

/** Units are counted over a round and those closed before it, so later boards move with an earlier one. */
async function withLaterBoards(
	tx: WriteDb,
	rounds: readonly Round[],
	moved: readonly Round[]
): Promise<Round[]> {
	const boards = await listBoardRounds(
		tx,
		rounds.map(({ id }) => id)
	);
	const hasBoard = new Set(boards.map(({ roundId }) => roundId));
	return rounds.filter(
		(round) =>
			moved.includes(round) ||
			(hasBoard.has(round.id) && moved.some((earlier) => earlier.closesAt < round.closesAt))
	);
}

interface SnapshotTurn extends ContestTurn {
	readonly rounds: readonly Round[];
	readonly round: Round;
	readonly units: Awaited<ReturnType<typeof listContestUnits>>;
}

async function snapshot(tx: WriteDb, turn: SnapshotTurn): Promise<void> {
	const { contest, round, at } = turn;
	const settled = at >= round.closesAt && !(await isRoundRunning(tx, round.id, at));
	const actual = settled ? await settle(tx, contest, round) : null;
	await replaceUnits(tx, round.id, await unitBoards(tx, turn));
	await recordSnapshot(tx, { roundId: round.id, at, settled, actual });
}

async function settle(tx: WriteDb, contest: Contest, round: Round): Promise<number | null> {
	const { prediction, ranking } = contest.definition.rules;
	if (prediction === null) return null;
	const { actual, keys } = settleRound(await listAllRows(tx, round.id), prediction, ranking.round);
	await replaceKeys(tx, round.id, keys);
	return actual;
}

async function unitBoards(tx: WriteDb, { contest, rounds, round, units, sources }: SnapshotTurn) {
	const counted = rounds.filter((one) => one.closesAt <= round.closesAt);
	const people = await listLeafTallies(
		tx,
		counted.map(({ id }) => id)
	);
	const tallies = tallyUnits(units, people);
	const ranked = units
		.filter((unit) => unit.ranked)
		.map((unit) => ({ ...unit, ...(tallies.get(unit.id) ?? nobodyYet) }));
	const rules = collectiveRules(contest);
	if (rules === null) return unitCounts(ranked);
	let maxScore = 0;
	for (const { id } of counted)
		maxScore += maxScoreOf(contest.definition.blueprint, await sources.form(tx, id));
	return collectiveBoards(ranked, rules, maxScore);
}

/** null where the contest ranks no units, or by a formula of a later version: then units are only counted. */
function collectiveRules({ definition }: Contest): CollectiveRules | null {
	const { collective } = definition.rules;
	if (collective === null) return null;
	const { formula, gate, weights } = collective;
	if (formula !== 'M1' && formula !== 'M2' && formula !== 'M3') return null;
	return {
		...collective,
		formula,
		gate: gate && fraction(...gate),
		weights: weights && [fraction(...weights[0]), fraction(...weights[1])]
	};
}
