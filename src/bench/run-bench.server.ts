import { balance } from './books.ts';
import { measure, spread } from './measure.ts';
import { usageOf } from './process-usage.ts';
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
	const { rssMb = 0, peakRssMb = 0 } = usageOf(stage.pids.server) ?? {};
	const { people, rounds, clients } = wanted;
	return {
		format: 'khoabang.bench/1',
		takenAt: stage.clock.now(),
		machine: stage.machine,
		options: { people, rounds, clients },
		rows: rowsOf(played),
		saveOverInsert: spread(played.saveOverInsert),
		boardLagMs: longest(played.boardLagMs),
		memory: peakRssMb === 0 ? null : { rssMb, peakRssMb },
		serverErrors: stage.server.errors.filter((line) => line.startsWith('{')),
		books: await closeBooks(stage)
	};
}

function rowsOf({ rows, cores }: RoundsPlayed): BenchReport['rows'] {
	return Object.fromEntries(
		Object.entries(rows).map(([name, stretches]) => [
			name,
			{ ...measure(stretches), cores: cores[name] ?? null }
		])
	);
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
