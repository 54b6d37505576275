import { addMs, type Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { insertAccounts, insertApiToken, insertSetUpLink } from './accounts.writes.server.ts';
import { refuse, type IdentityRefusal } from './refusals.ts';
import { TOKEN_BYTES, tokenText } from './secrets.ts';

const LINK_MS = 7 * 86_400_000;

interface Opening {
	readonly at: Instant;
	readonly random: RandomSource;
}

/** Accounts for people of a roster: the ids are the people's. */
export async function openPersonAccounts(
	tx: WriteDb,
	personIds: readonly string[],
	at: Instant
): Promise<void> {
	await insertAccounts(
		tx,
		personIds.map((id) => ({ id, holder: 'person', username: null, createdAt: at }))
	);
}

/** A staff account without a password, and the one-time link (7 days) by which its holder chooses one. */
export async function openStaffAccount(
	tx: WriteDb,
	opening: Opening & { readonly username: string }
): Promise<Outcome<{ accountId: string; setUpToken: string }, IdentityRefusal>> {
	const { at, random, username } = opening;
	const accountId = random.id();
	const account = { id: accountId, holder: 'staff', username, createdAt: at } as const;
	if ((await insertAccounts(tx, [account])).length === 0) return refuse('username-taken');
	const token = tokenText(random.bytes(TOKEN_BYTES));
	await insertSetUpLink(tx, {
		token,
		accountId,
		createdAt: at,
		expiresAt: addMs(at, LINK_MS)
	});
	return ok({ accountId, setUpToken: token });
}

/** A program's account with its bearer token, shown once. Its rights are the posts that it is given. */
export async function openProgramAccount(
	tx: WriteDb,
	opening: Opening & { readonly name: string }
): Promise<{ accountId: string; token: string }> {
	const { at, random, name } = opening;
	const accountId = random.id();
	await insertAccounts(tx, [{ id: accountId, holder: 'program', username: null, createdAt: at }]);
	const token = `kb_${tokenText(random.bytes(TOKEN_BYTES))}`;
	await insertApiToken(tx, { token, accountId, name, createdAt: at });
	return { accountId, token };
}
