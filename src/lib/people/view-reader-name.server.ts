import { findAccount } from '#lib/identity/accounts.reads.server.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { findPerson } from './people.reads.server.ts';

/** The reader's own name, for the head of a page: a person's full name, a staff account's username, null for nobody. */
export async function viewReaderName({ actor, db }: ReadContext): Promise<Outcome<string | null>> {
	if (actor.personId !== null) return ok((await findPerson(db, actor.personId))?.name ?? null);
	if (actor.accountId === null) return ok(null);
	return ok((await findAccount(db, actor.accountId))?.username ?? null);
}
