import { balance } from './books.ts';
import type { CpuMs } from './logbook.ts';
import { measure, spread } from './measure.ts';
import { memoryOf } from './process-usage.ts';
import { readBooks } from './read-books.server.ts';
import type { BenchReport } from './report.ts';
import { playRounds, type RoundsPlayed } from './rounds.server.ts';
import { setStage, type Stage, type StageWanted } from './stage.server.ts';

export interface BenchWanted extends Omit<StageWanted, 'attempts'> {
	readonly rounds: number;
}

/**
 * The load run of docs/performance.md: its own database and server, rounds with their controls, and the
 * books at the end. What it opens is on `stack`; whoever calls disposes of it.
 */
export async function runBench(
	stack: AsyncDisposableStack,
	wanted: BenchWanted
): Promise<BenchReport> {
	// Two attempts a round, and a round for warming up.
	const stage = await setStage(stack, { ...wanted, attempts: 2 * (wanted.rounds + 1) });
	wanted.tell(
		`running ${wanted.rounds} rounds with ${wanted.clients} clients, after one to warm up`
	);
	const played = await playRounds(stage, wanted);
	const { rssMb = 0, peakRssMb = 0 } = memoryOf(stage.pids.server) ?? {};
	const { people, rounds, clients } = wanted;
	const rows = rowsOf(played);
	return {
		format: 'khoabang.bench/1',
		takenAt: stage.clock.now(),
		machine: stage.machine,
		options: { people, rounds, clients },
		rows,
		saveOverInsert: spread(played.saveOverInsert),
		saveCpuOverInsert: cpuRatio(rows),
		boardLagMs: longest(played.boardLagMs),
		memory: peakRssMb === 0 ? null : { rssMb, peakRssMb },
		serverErrors: stage.server.errors.filter((line) => line.startsWith('{')),
		books: await closeBooks(stage)
	};
}

function rowsOf({ logbook }: RoundsPlayed): BenchReport['rows'] {
	const cpu = logbook.cpu();
	return Object.fromEntries(
		Object.entries(logbook.rows()).map(([name, stretches]) => [
			name,
			{ ...measure(stretches), cpuMs: perPiece(cpu[name], logbook.done(name)) }
		])
	);
}

/** Microseconds are noise: a process's CPU is counted in hundredths of a second. */
function perPiece(cpu: CpuMs | undefined, done: number): CpuMs | null {
	if (cpu === undefined || done === 0 || cpu.load === 0) return null;
	const each = (ms: number) => Math.round((ms * 1000) / done) / 1000;
	const { server, control, database, load } = cpu;
	return {
		server: each(server),
		control: each(control),
		database: each(database),
		load: each(load)
	};
}

/** What a save costs the server and its database, over what a bare INSERT costs: it drifts least. */
function cpuRatio(rows: BenchReport['rows']): number | null {
	const cost = (cpu: CpuMs | null | undefined) => cpu && cpu.server + cpu.control + cpu.database;
	const [save, insert] = [cost(rows['save']?.cpuMs), cost(rows['insert']?.cpuMs)];
	return save && insert ? Math.round((100 * save) / insert) / 100 : null;
}

function longest(lags: readonly (number | null)[]): number | null {
	return lags.reduce((most, lag) => (most === null || lag === null ? null : Math.max(most, lag)));
}

async function closeBooks({ load, connections, clock }: Stage): Promise<BenchReport['books']> {
	const { ledger = [] } = await load.ask({ kind: 'ledger' });
	const books = await readBooks(connections.read, { ledger, at: clock.now() });
	return {
		attempts: ledger.length,
		answers: ledger.reduce((sum, { answers }) => sum + answers.length, 0),
		boardRows: books.board.length,
		faults: balance(books)
	};
}
