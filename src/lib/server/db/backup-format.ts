/**
 * A backup is gzip of JSON lines: the manifest, then for each table its head and a line for each row. Values
 * are PostgreSQL's own text (or null), so that every type goes both ways without loss.
 */
export const BACKUP_FORMAT = 'khoabang.backup/1';

export interface Manifest {
	readonly format: typeof BACKUP_FORMAT;
	readonly takenAt: string;
	/** Names of the migrations that the database had, in order. */
	readonly migrations: readonly string[];
	/** Where identities go on counting, by table. */
	readonly identities: readonly Identity[];
}

export interface Identity {
	readonly table: string;
	readonly column: string;
	readonly next: string;
}

export interface TableHead {
	readonly table: string;
	readonly columns: readonly string[];
}

export type Row = readonly (string | null)[];

/** A table with what its rows point to. */
export interface TableLinks {
	readonly name: string;
	readonly pointsTo: readonly string[];
}

/** Tables in an order in which each comes after those it points to (itself aside). Throws on a circle. */
export function inLoadingOrder(tables: readonly TableLinks[]): string[] {
	const done: string[] = [];
	let left = [...tables];
	while (left.length > 0) {
		const ready = left.filter(({ name, pointsTo }) =>
			pointsTo.every((other) => other === name || done.includes(other))
		);
		if (ready.length === 0)
			throw new Error(`tables point at each other: ${left.map(({ name }) => name).join(', ')}`);
		done.push(...ready.map(({ name }) => name));
		left = left.filter((table) => !ready.includes(table));
	}
	return done;
}
