import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { verifyPassword } from '#lib/server/passwords.ts';
import { findAccountForSignIn } from './accounts.reads.server.ts';
import type { WriteContext } from './context.ts';
import { countWrongTry, refuseBusyAddress, refuseLocked } from './count-wrong-try.offer.server.ts';
import type { IdentityRefusal } from './refusals.ts';
import { insertSession } from './sessions.writes.server.ts';
import type { SignInWithPassword } from './sign-in.schema.ts';
import type { SignedIn } from './signed-in.ts';
import { readUsername } from './username.ts';

/**
 * Signs in with username and password, for staff. An unknown username takes the time of a wrong password
 * and gets the same answer.
 */
export async function signInWithPassword(
	ctx: WriteContext,
	input: SignInWithPassword
): Promise<Outcome<SignedIn, IdentityRefusal>> {
	const busy = await refuseBusyAddress(ctx, input.address);
	if (busy) return busy;
	const account = await findAccountForSignIn(ctx.tx, readUsername(input.username));
	const tried = account ? { cardId: null, accountId: account.id } : null;
	const locked = tried && (await refuseLocked(ctx, tried));
	if (locked) return locked;
	const fits = await verifyPassword(account?.passwordHash ?? null, input.password);
	if (!account || !fits)
		return countWrongTry(ctx, { means: 'password', address: input.address, tried });
	const accountId = account.id;
	const session = await insertSession(ctx.tx, { accountId, at: ctx.at, random: ctx.random });
	return ok({ ...session, accountId, personId: account.holder === 'person' ? accountId : null });
}
