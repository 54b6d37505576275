import type { BookFault } from './books.ts';
import type { Machine } from './machine.ts';
import type { Measured, Spread } from './measure.ts';
import type { CpuMs } from './logbook.ts';

/** What a load run found; bench.json. */
export interface BenchReport {
	readonly format: 'khoabang.bench/1';
	readonly takenAt: string;
	readonly machine: Machine;
	readonly options: { readonly people: number; readonly rounds: number; readonly clients: number };
	/** By name; see docs/performance.md. Times in ms. `cpuMs`: of one piece, by process; null where not told. */
	readonly rows: Readonly<Record<string, Measured & { readonly cpuMs: CpuMs | null }>>;
	/** Saves a second over bare INSERTs a second, each round with its own controls. */
	readonly saveOverInsert: Spread | null;
	/** CPU of a save over that of a bare INSERT, server and database together; null where not told. */
	readonly saveCpuOverInsert: number | null;
	/** The longest wait until the board counted every finished attempt; null: it never did in time. */
	readonly boardLagMs: number | null;
	/** Of the server's process; null where the system does not tell. */
	readonly memory: { readonly rssMb: number; readonly peakRssMb: number } | null;
	/** Lines that the server logged as errors. */
	readonly serverErrors: readonly string[];
	readonly books: {
		readonly attempts: number;
		readonly answers: number;
		readonly boardRows: number;
		readonly faults: readonly BookFault[];
	};
}

const HEADINGS = [
	'row',
	'done',
	'errors',
	'per second',
	'p50',
	'p95',
	'p99',
	'max',
	'CPU ms: server',
	'control',
	'database',
	'load'
];

/** The report as text: a table, then what it says together. */
export function reportText(report: BenchReport): string {
	const lines = Object.entries(report.rows).map(([name, row]) => [
		name,
		...[row.done, row.errors, row.perSecond, row.p50, row.p95, row.p99, row.max].map(String),
		...[row.cpuMs?.server, row.cpuMs?.control, row.cpuMs?.database, row.cpuMs?.load].map((ms) =>
			String(ms ?? '')
		)
	]);
	return [...table([HEADINGS, ...lines]), '', ...summary(report)].join('\n');
}

function table(rows: readonly (readonly string[])[]): string[] {
	const widths = HEADINGS.map((_, column) =>
		Math.max(...rows.map((row) => (row[column] ?? '').length))
	);
	return rows.map((row) =>
		row
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)
			)
			.join('  ')
	);
}

function summary(report: BenchReport): string[] {
	const { saveOverInsert: ratio, boardLagMs, memory, books, serverErrors } = report;
	const rounds = report.options.rounds;
	return [
		...errorLines(report),
		`save / bare insert: ${ratio ? `${ratio.median} (${ratio.least} to ${ratio.most} in ${rounds} rounds)` : 'not measured'}`,
		`CPU of a save / of a bare insert: ${report.saveCpuOverInsert ?? 'not known on this system'}`,
		`whole flow: ${report.rows['flow']?.perSecond ?? 0} attempts a second`,
		`board complete after: ${boardLagMs === null ? 'more than a minute' : `${boardLagMs} ms at most`}`,
		`server memory: ${memory ? `${memory.rssMb} MB at the end, ${memory.peakRssMb} MB at most` : 'not known on this system'}`,
		`server errors logged: ${serverErrors.length}`,
		`books: ${books.attempts} attempts, ${books.answers} answers, ${books.boardRows} board rows: ${books.faults.length === 0 ? 'balanced' : 'NOT BALANCED'}`,
		...books.faults.slice(0, 20).map(({ code, about }) => `  ${code}: ${about}`)
	];
}

function errorLines({ rows }: BenchReport): string[] {
	return Object.entries(rows).flatMap(([name, { answeredWith }]) =>
		Object.entries(answeredWith).map(([what, count]) => `${name}: ${count} × ${what}`)
	);
}
