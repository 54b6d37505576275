import type { Helper } from './helper-process.ts';
import type { LoadDone, LoadJob, LoadSetUp } from './load-jobs.ts';
import type { Stretch } from './measure.ts';
import { cpuWithChildren } from './process-usage.ts';

/** Milliseconds of CPU by process: the load generator's own too, for it shares the machine. */
export type CpuMs = Readonly<Record<'server' | 'control' | 'database' | 'load', number>>;

/** Runs jobs and keeps what they measured. */
export interface Logbook {
	run(job: LoadJob): Promise<LoadDone['rows']>;
	/** By row, one entry a stretch. */
	rows(): Readonly<Record<string, readonly Stretch[]>>;
	/** CPU of all stretches of a row together; only of rows that were alone on the machine. */
	cpu(): Readonly<Record<string, CpuMs>>;
	/** How many pieces of a row were answered as they should be. */
	done(row: string): number;
}

export function createLogbook(on: {
	readonly load: Helper<LoadSetUp | LoadJob, LoadDone>;
	readonly pids: CpuMs;
}): Logbook {
	const kept: Record<string, Stretch[]> = {};
	const cpu: Record<string, CpuMs> = {};
	return {
		async run(job) {
			const before = cpuNow(on.pids);
			const { rows } = await on.load.ask(job);
			const alone = rowAlone(job);
			if (alone) cpu[alone] = sum(cpu[alone], difference(cpuNow(on.pids), before));
			for (const [row, stretch] of Object.entries(rows)) (kept[row] ??= []).push(stretch);
			return rows;
		},
		rows: () => kept,
		cpu: () => cpu,
		done: (row) => (kept[row] ?? []).reduce((all, { samples }) => all + samples.length, 0)
	};
}

/** The row that a job is all about; none where it measures several one after the other. */
function rowAlone(job: LoadJob): string | undefined {
	switch (job.kind) {
		case 'saves':
			return job.row;
		case 'control':
			return job.handler;
		case 'flow':
		case 'board':
			return job.kind;
		case 'arrive':
		case 'finish':
		case 'ledger':
			return undefined;
	}
}

function cpuNow(pids: CpuMs): CpuMs {
	return mapped((who) => cpuWithChildren(pids[who]));
}

function difference(later: CpuMs, earlier: CpuMs): CpuMs {
	return mapped((who) => later[who] - earlier[who]);
}

function sum(a: CpuMs | undefined, b: CpuMs): CpuMs {
	return mapped((who) => (a?.[who] ?? 0) + b[who]);
}

function mapped(value: (who: keyof CpuMs) => number): CpuMs {
	return {
		server: value('server'),
		control: value('control'),
		database: value('database'),
		load: value('load')
	};
}
