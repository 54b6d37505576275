import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { hashPassword } from '#lib/server/passwords.ts';
import { findSetUpLink, type SetUpLink } from './accounts.reads.server.ts';
import { recordSetUpLinkUse, replacePassword } from './accounts.writes.server.ts';
import type { WriteContext } from './context.ts';
import { refuse, type IdentityRefusal } from './refusals.ts';
import { deleteSessionsOf } from './sessions.writes.server.ts';
import type { SetUpAccount } from './set-up-account.schema.ts';
import { whyNotLink } from './set-up-link.ts';

/** Chooses the password of an account by its one-time link. Of two at once, one is told the link is used. */
export async function setUpAccount(
	ctx: WriteContext,
	input: SetUpAccount
): Promise<Outcome<{ username: string }, IdentityRefusal>> {
	const link = await findSetUpLink(ctx.tx, input.token);
	const no = whyNotLink(link, ctx.at);
	if (no) return no;
	const { accountId, username } = link as SetUpLink;
	if (!(await recordSetUpLinkUse(ctx.tx, input.token, ctx.at))) return refuse('link-used');
	const passwordHash = await hashPassword(input.password, ctx.random.bytes(16));
	await replacePassword(ctx.tx, accountId, passwordHash);
	await deleteSessionsOf(ctx.tx, accountId, ctx.at);
	return ok({ username });
}
