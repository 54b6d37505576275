import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { WriteContext } from './context.ts';
import { deleteExpiredSessions } from './sessions.writes.server.ts';

/** Removes sessions whose life is over; they open nothing already. A job of every process. */
export async function forgetExpiredSessions(
	ctx: WriteContext
): Promise<Outcome<{ done: true }, never>> {
	await deleteExpiredSessions(ctx.tx, ctx.at);
	return ok({ done: true });
}
