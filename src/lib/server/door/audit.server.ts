import type { Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '../db/client.ts';

/** The little that the door knows of an actor. */
export interface AuditedActor {
	readonly kind: 'anonymous' | 'account' | 'operator';
	readonly accountId: string | null;
	readonly posts: readonly unknown[];
}

// Keys and codes that say what a write was about. Nothing a person typed is copied into the audit.
const SUBJECTS = [
	'unitKey',
	'contestCode',
	'code',
	'roundId',
	'roundKey',
	'attemptId',
	'activityId',
	'bankCode',
	'planCode',
	'itemId',
	'fileName',
	'role'
];

/** One entry for every staff or operator write (architecture §5.4); a contestant's own writes have their own rows. */
export async function recordAudit(
	tx: WriteDb,
	caller: { readonly actor: AuditedActor; readonly at: Instant },
	act: string,
	input: unknown
): Promise<void> {
	const { actor, at } = caller;
	if (actor.kind === 'anonymous' || (actor.kind === 'account' && actor.posts.length === 0)) return;
	await tx
		.insertInto('auditEntry')
		.values({
			at,
			accountId: actor.accountId,
			actorKind: actor.kind,
			act: act.replace(/\$\d+$/, ''), // the bundler numbers names that it meets twice
			about: JSON.stringify(subjectOf(input))
		})
		.execute();
}

function subjectOf(input: unknown): Record<string, string> {
	if (typeof input !== 'object' || input === null) return {};
	const found: Record<string, string> = {};
	for (const [key, value] of Object.entries(input))
		if (SUBJECTS.includes(key) && typeof value === 'string') found[key] = value;
	return found;
}
