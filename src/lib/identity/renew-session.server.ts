import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteContext } from './context.ts';
import { renewSession as renew } from './sessions.writes.server.ts';

/** Gives a session that is due (sessions.reads) its whole life again; null when it has ended meanwhile. */
export async function renewSession(
	ctx: WriteContext,
	input: { readonly token: string }
): Promise<Outcome<{ expiresAt: Instant | null }, never>> {
	return ok({ expiresAt: (await renew(ctx.tx, input.token, ctx.at)) ?? null });
}
