import { setTimeout as sleep } from 'node:timers/promises';
import { createLogbook, type Logbook } from './logbook.ts';
import { perSecond, type Stretch } from './measure.ts';
import type { Stage } from './stage.server.ts';
import { stopwatchMs } from '#lib/server/clock.ts';
import { listAllRows } from '#lib/standings/board-rows.reads.server.ts';

/** What the rounds gave, the warming up left out. */
export interface RoundsPlayed {
	readonly logbook: Logbook;
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

/** Plays the rounds, one more at first to warm up. Within a round a save has its controls beside it. */
export async function playRounds(stage: Stage, wanted: RoundsWanted): Promise<RoundsPlayed> {
	const warming = createLogbook(stage);
	await playRound(warming, wanted.people);
	const logbook = createLogbook(stage);
	const ratios: number[] = [];
	const lags: (number | null)[] = [];
	for (let round = 0; round < wanted.rounds; round++) {
		ratios.push(await playRound(logbook, wanted.people));
		lags.push(await untilOnBoard(stage, finishedIn(warming) + finishedIn(logbook)));
		await readBoard(stage, logbook, wanted.people);
	}
	return { logbook, saveOverInsert: ratios, boardLagMs: lags };
}

/** Answers the throughput of saving over that of the bare INSERT. */
async function playRound({ run }: Logbook, people: number): Promise<number> {
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
	return (2 * throughput(save)) / (throughput(before.insert) + throughput(after.insert));
}

async function readBoard({ world }: Stage, { run }: Logbook, people: number): Promise<void> {
	const path = `/api/v1/rounds/${world.roundId}/standings?by=person&limit=50`;
	const requests = Math.min(BOARD_READS.most, people * BOARD_READS.each);
	await run({ kind: 'board', path, requests });
}

function finishedIn({ done }: Logbook): number {
	return done('submit') + done('flow.submit');
}

function throughput(stretch: Stretch | undefined): number {
	return stretch ? perSecond(stretch) : 0;
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
