import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { Declaration } from './headcounts.reads.server.ts';

/** Adds declarations; of two for the same day the later one counts. */
export async function insertHeadcounts(
	tx: WriteDb,
	declarations: readonly Declaration[],
	at: Instant
): Promise<void> {
	for (let i = 0; i < declarations.length; i += 5_000) {
		const rows = declarations.slice(i, i + 5_000).map((row) => ({ ...row, recordedAt: at }));
		await tx.insertInto('headcount').values(rows).execute();
	}
}
