import type { Database } from '#lib/server/db/client.ts';
import { addMs, type Instant } from '#lib/kernel/instant.ts';
import { IN_FLIGHT_MS } from './attempt-window.ts';
import { listAttempts } from './attempts.reads.server.ts';
import { lockExpired, recordEnd } from './attempts.writes.server.ts';

const BATCH = 50;

/**
 * Records the end of attempts that ran out of time, at most `BATCH` a turn, and answers how many. Nothing
 * waits for it: an attempt past its end counts as `auto` wherever it is read. Attempts that somebody is
 * using are left for the next turn.
 */
export async function endExpired(write: Database, at: Instant): Promise<number> {
	return write.transaction().execute(async (tx) => {
		const ids = await lockExpired(tx, addMs(at, -IN_FLIGHT_MS), BATCH);
		const attempts = await listAttempts(tx, ids);
		for (const attempt of attempts) {
			if (attempt.end) continue;
			await recordEnd(tx, attempt, { kind: 'auto', endedAt: attempt.window.endsAt, at });
		}
		return attempts.filter((attempt) => attempt.end === null).length;
	});
}
