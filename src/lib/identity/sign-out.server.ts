import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { WriteContext } from './context.ts';
import { deleteSession } from './sessions.writes.server.ts';

/** Ends the session with this id on the server. Ending one that is not there is no error. */
export async function signOut(
	ctx: WriteContext,
	input: { readonly token: string }
): Promise<Outcome<{ ended: true }, never>> {
	await deleteSession(ctx.tx, input.token, ctx.at);
	return ok({ ended: true });
}
