import type { Database } from '#lib/server/db/client.ts';
import { addMs, type Instant } from '#lib/kernel/instant.ts';
import { listAttempts } from './attempts.reads.server.ts';
import { lockExpired, recordEnd } from './attempts.writes.server.ts';

/** Saves that arrived in time may still be on their way to the disk: the sweeper keeps this far behind. */
const BEHIND_MS = 5_000;
const BATCH = 50;

/**
 * Records the end of attempts that ran out of time, at most `BATCH` a turn, and answers how many. Nothing
 * waits for it: an attempt past its end counts as `auto` wherever it is read. Attempts that somebody is
 * using are left for the next turn.
 */
export async function endExpired(write: Database, at: Instant): Promise<number> {
	return write.transaction().execute(async (tx) => {
		const ids = await lockExpired(tx, addMs(at, -BEHIND_MS), BATCH);
		const attempts = await listAttempts(tx, ids);
		for (const attempt of attempts) {
			if (attempt.end) continue;
			await recordEnd(tx, attempt, { kind: 'auto', endedAt: attempt.window.endsAt, at });
		}
		return attempts.filter((attempt) => attempt.end === null).length;
	});
}
