import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { readCardText } from './card-text.ts';
import { findCardForSignIn } from './cards.reads.server.ts';
import type { WriteContext } from './context.ts';
import { countWrongTry, refuseBusyAddress, refuseLocked } from './count-wrong-try.offer.server.ts';
import type { IdentityRefusal } from './refusals.ts';
import { cardCodeHash, cardPinHash } from './secrets.ts';
import { insertSession } from './sessions.writes.server.ts';
import type { SignInWithCard } from './sign-in.schema.ts';
import type { SignedIn } from './signed-in.ts';

/**
 * Signs in with a card (contract §2). Nothing about a person is answered before the PIN is right; a card
 * or a PIN that is wrong is counted, and its refusal stands.
 */
export async function signInWithCard(
	ctx: WriteContext,
	input: SignInWithCard
): Promise<Outcome<SignedIn, IdentityRefusal>> {
	const busy = await refuseBusyAddress(ctx, input.address);
	if (busy) return busy;
	const wrong = { means: 'card', address: input.address, tried: null } as const;
	const text = readCardText(input.card);
	if (!text) return countWrongTry(ctx, wrong);
	const card = await findCardForSignIn(ctx.tx, cardCodeHash(ctx.keys.card, text.code));
	if (!card) return countWrongTry(ctx, wrong);
	const tried = { cardId: card.id, accountId: card.accountId };
	const locked = await refuseLocked(ctx, tried);
	if (locked) return locked;
	if (!cardPinHash(ctx.keys.card, text).equals(card.pinHash))
		return countWrongTry(ctx, { ...wrong, tried });
	const { accountId, holder } = card;
	const session = await insertSession(ctx.tx, { accountId, at: ctx.at, random: ctx.random });
	return ok({ ...session, accountId, personId: holder === 'person' ? accountId : null });
}
