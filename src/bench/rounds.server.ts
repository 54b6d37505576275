import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadJob } from './load-jobs.ts';
import { perSecond, type Stretch } from './measure.ts';
import { cpuWithChildren } from './process-usage.ts';
import type { Stage } from './stage.server.ts';
import { stopwatchMs } from '#lib/server/clock.ts';
import { listAllRows } from '#lib/standings/board-rows.reads.server.ts';

/** What one job used of the cores, by process. */
export type Cores = Readonly<Record<'server' | 'database' | 'load', number>>;

/** What the rounds gave, by row; one entry a round, the warming up left out. */
export interface RoundsPlayed {
	readonly rows: Readonly<Record<string, readonly Stretch[]>>;
	/** Cores in use while a row was measured. */
	readonly cores: Readonly<Record<string, Cores>>;
	/** Throughput of saving over that of the bare INSERT before and after it, by round. */
	readonly saveOverInsert: readonly number[];
	/** Until every finished attempt was on the board, by round; null: not within a minute. */
	readonly boardLagMs: readonly (number | null)[];
}

export interface RoundsWanted {
	readonly people: number;
	readonly rounds: number;
}

const QUESTIONS = 20;
/** Saves of one stretch: enough to mean something with few people, bounded with many. */
const SAVES = { least: 3_000, most: 20_000, turns: 5 };
const HALF_LOAD_SECONDS = 3;
const BOARD_READS = { each: 10, most: 1_000 };
const BOARD_PATIENCE_MS = 60_000;

/** How many times everybody answers everything in the stretch of saves. */
function turnsFor(people: number): number {
	return Math.min(SAVES.turns, Math.ceil(SAVES.least / (people * QUESTIONS)));
}

/** Plays the rounds, one more at first to warm up. Within a round every row has its control beside it. */
export async function playRounds(stage: Stage, wanted: RoundsWanted): Promise<RoundsPlayed> {
	const played = { rows: {}, cores: {}, saveOverInsert: [], boardLagMs: [] } as {
		rows: Record<string, Stretch[]>;
		cores: Record<string, Cores>;
		saveOverInsert: number[];
		boardLagMs: (number | null)[];
	};
	let finished = 0;
	for (let round = 0; round <= wanted.rounds; round++) {
		const one = await playRound(stage, wanted, finished);
		finished = one.finished;
		if (round === 0) continue;
		for (const [row, stretch] of Object.entries(one.rows))
			(played.rows[row] ??= []).push(...stretch);
		Object.assign(played.cores, one.cores);
		played.saveOverInsert.push(one.saveOverInsert);
		played.boardLagMs.push(one.boardLagMs);
	}
	return played;
}

async function playRound(stage: Stage, { people }: RoundsWanted, finishedBefore: number) {
	const rows: Record<string, Stretch[]> = {};
	const cores: Record<string, Cores> = {};
	const run = async (job: LoadJob): Promise<Record<string, Stretch>> => {
		const done = await measured(stage, job);
		for (const [row, stretch] of Object.entries(done.rows)) {
			(rows[row] ??= []).push(stretch);
			cores[row] = done.cores;
		}
		return done.rows;
	};
	const turns = turnsFor(people);
	const most = SAVES.most;
	const requests = Math.min(most, people * QUESTIONS * turns);
	const insert = { kind: 'control', handler: 'insert', requests } as const;
	await run({ kind: 'control', handler: 'nothing', requests });
	await run({ kind: 'arrive' });
	const before = await run(insert);
	const { save } = await run({ kind: 'saves', row: 'save', turns: [0, turns], most });
	const after = await run(insert);
	const rate = Math.max(1, throughput(save) / 2);
	await run({
		...{ kind: 'saves', row: 'save.half', turns: [turns, turns + 1] },
		...{ most: Math.ceil(rate * HALF_LOAD_SECONDS), ratePerSecond: rate }
	});
	await run({ kind: 'finish' });
	await run({ kind: 'flow' });
	const finished = finishedBefore + doneIn(rows, 'submit') + doneIn(rows, 'flow.submit');
	const boardLagMs = await untilOnBoard(stage, finished);
	const path = `/api/v1/rounds/${stage.world.roundId}/standings?by=person&limit=50`;
	await run({
		kind: 'board',
		path,
		requests: Math.min(BOARD_READS.most, people * BOARD_READS.each)
	});
	const control = (throughput(before.insert) + throughput(after.insert)) / 2;
	return { rows, cores, finished, boardLagMs, saveOverInsert: throughput(save) / control };
}

function throughput(stretch: Stretch | undefined): number {
	return stretch ? perSecond(stretch) : 0;
}

function doneIn(rows: Readonly<Record<string, readonly Stretch[]>>, row: string): number {
	return (rows[row] ?? []).reduce((sum, { samples }) => sum + samples.length, 0);
}

/** One job, with the cores that were used while it ran. */
async function measured({ load, pids }: Stage, job: LoadJob) {
	const used = () => ({
		server: cpuWithChildren(pids.server),
		database: cpuWithChildren(pids.database),
		load: cpuWithChildren(pids.load)
	});
	const [from, before] = [stopwatchMs(), used()];
	const { rows } = await load.ask(job);
	const [tookMs, after] = [stopwatchMs() - from, used()];
	const share = (who: keyof Cores) => Math.round((100 * (after[who] - before[who])) / tookMs) / 100;
	const cores: Cores = {
		server: share('server'),
		database: share('database'),
		load: share('load')
	};
	return { rows, cores };
}

/** From the last answer until the board counts as many attempts as were handed in. */
async function untilOnBoard(
	{ connections, world }: Stage,
	finished: number
): Promise<number | null> {
	const from = stopwatchMs();
	for (;;) {
		const rows = await listAllRows(connections.read, world.roundId);
		const counted = rows.reduce((sum, { attempts }) => sum + attempts, 0);
		const waited = stopwatchMs() - from;
		if (counted >= finished) return Math.round(waited);
		if (waited > BOARD_PATIENCE_MS) return null;
		await sleep(20);
	}
}
