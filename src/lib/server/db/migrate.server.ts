import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Kysely } from 'kysely';
import { Migrator, type Migration, type MigrationProvider } from 'kysely/migration';

/** The numbered files of `migrations/`, in the order of their names. */
function filesOf(folder: string): MigrationProvider {
	return {
		async getMigrations() {
			const names = (await readdir(folder)).filter((name) => /^\d{4}_.*\.ts$/.test(name)).sort();
			const found: Record<string, Migration> = {};
			for (const name of names) {
				const url = pathToFileURL(path.join(folder, name)).href;
				found[name.replace(/\.ts$/, '')] = (await import(/* @vite-ignore */ url)) as Migration;
			}
			return found;
		}
	};
}

export interface MigrationRun {
	readonly applied: readonly string[];
}

/**
 * Applies what is missing, forward only, under Kysely's advisory lock: two processes that start
 * together migrate once. Throws the database's own error when a step fails; that step is rolled back.
 */
export async function migrate<DB>(db: Kysely<DB>, folder: string): Promise<MigrationRun> {
	const migrator = new Migrator({ db, provider: filesOf(folder) });
	const { error, results } = await migrator.migrateToLatest();
	if (error) throw error;
	return { applied: (results ?? []).map((result) => result.migrationName) };
}

/** The same, but no further than the named step: a backup is loaded at its own version. */
export async function migrateTo<DB>(
	db: Kysely<DB>,
	folder: string,
	last: string
): Promise<MigrationRun> {
	const migrator = new Migrator({ db, provider: filesOf(folder) });
	const { error, results } = await migrator.migrateTo(last);
	if (error) throw error;
	return { applied: (results ?? []).map((result) => result.migrationName) };
}

/** Names that the folder has and the database lacks: `/readyz` and `doctor` ask. */
export async function pendingMigrations<DB>(db: Kysely<DB>, folder: string): Promise<string[]> {
	const migrator = new Migrator({ db, provider: filesOf(folder) });
	const all = await migrator.getMigrations();
	return all.filter((step) => step.executedAt === undefined).map((step) => step.name);
}
