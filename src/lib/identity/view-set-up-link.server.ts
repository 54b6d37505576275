import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { findSetUpLink, type SetUpLink } from './accounts.reads.server.ts';
import type { ReadContext } from './context.ts';
import type { IdentityRefusal } from './refusals.ts';
import { whyNotLink } from './set-up-link.ts';

/** Whose password a link sets: who holds the link may know the username. */
export async function viewSetUpLink(
	ctx: ReadContext,
	input: { readonly token: string }
): Promise<Outcome<{ username: string }, IdentityRefusal>> {
	const link = await findSetUpLink(ctx.db, input.token);
	return whyNotLink(link, ctx.at) ?? ok({ username: (link as SetUpLink).username });
}
