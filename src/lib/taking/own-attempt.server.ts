import type { Actor } from '#lib/identity/actor.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { findAttempt, type Attempt } from './attempts.reads.server.ts';
import { refuse, type TakingRefusal } from './refusals.ts';

/** The caller's own attempt. Nobody else's is known to exist, for staff neither. */
export async function findOwnAttempt(
	db: ReadDb,
	actor: Actor,
	attemptId: string
): Promise<Outcome<Attempt, TakingRefusal>> {
	if (actor.kind === 'anonymous') return refuse('sign-in-needed');
	if (actor.personId === null) return refuse('not-found');
	const attempt = await findAttempt(db, attemptId);
	if (!attempt || attempt.personId !== actor.personId) return refuse('not-found');
	return ok(attempt);
}
