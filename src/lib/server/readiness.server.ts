import type { Clock } from './clock.ts';
import type { Database } from './db/client.ts';
import { pendingMigrations } from './db/migrate.server.ts';

/** What a process stands on, as `/readyz` asks for it. */
export interface Standing {
	readonly database: Database;
	readonly clock: Clock;
	readonly migrations: string;
}

export interface Readiness {
	readonly ready: boolean;
	readonly database: boolean;
	readonly migrations: boolean;
	readonly clock: boolean;
}

/** Beyond this a jump of the clock that nothing explains would move deadlines (performance.md §Shape 9). */
const MOST_DRIFT_MS = 500;

export async function viewReadiness(standing: Standing): Promise<Readiness> {
	const pending = await pendingMigrations(standing.database, standing.migrations).catch(() => null);
	const found = {
		database: pending !== null,
		migrations: pending !== null && pending.length === 0,
		clock: Math.abs(standing.clock.drift()) <= MOST_DRIFT_MS
	};
	return { ready: found.database && found.migrations && found.clock, ...found };
}
