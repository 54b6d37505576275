import type { ShownItem } from '#lib/bank/shown-item.ts';
import type { ReadContext, WriteContext } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type FieldError, type Outcome } from '#lib/kernel/outcome.ts';
import { refuse, type ContinuedElsewhere, type TakingRefusal } from './refusals.ts';
import { responseError, type Response } from './response-shape.ts';
import { saverIn } from './save-group.server.ts';
import type { SaveAnswer, SaveEntry, SaveRequest } from './save.ts';
import type { AttemptFacts, Sources } from './sources.server.ts';

/** What saving needs of a request; `save` goes through the group, or into the caller's transaction. */
export interface SaveContext extends Pick<ReadContext, 'actor' | 'at' | 'db'> {
	/** null: too many wait; nothing was done. */
	save(request: SaveRequest): Promise<SaveAnswer | null>;
}

/** The context of a page without JavaScript: one transaction holds the whole save. */
export function savingIn(ctx: WriteContext): SaveContext {
	return { actor: ctx.actor, at: ctx.at, db: ctx.tx, save: saverIn(ctx.tx) };
}

export interface SavedAnswer {
	/** The newest of the position, which an older save does not replace. */
	readonly clientSeq: number;
	readonly savedAt: Instant;
	readonly deadline: Instant;
	readonly serverTime: Instant;
}
export type SaveAnswered = Outcome<SavedAnswer, TakingRefusal | ContinuedElsewhere>;

export type Saved = Extract<SaveAnswer, { kind: 'saved' }>;
export type LateOrSaved = Saved | { readonly kind: 'late'; readonly late: number };

/** The caller's own attempt, as far as it never changes. Nobody else's is known to exist. */
export async function findOwnFacts(
	ctx: Pick<SaveContext, 'actor' | 'db'>,
	sources: Sources,
	attemptId: string
): Promise<Outcome<AttemptFacts, TakingRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	const facts = await sources.attempt(ctx.db, attemptId);
	if (!facts || facts.personId !== ctx.actor.personId) return refuse('not-found');
	return ok(facts);
}

/** Sends a checked request to the saver and turns its answer into this room's refusals. */
export async function saveChecked(
	ctx: SaveContext,
	request: SaveRequest
): Promise<Outcome<LateOrSaved, TakingRefusal | ContinuedElsewhere>> {
	const answer = await ctx.save(request);
	if (answer === null) return refuse('busy');
	switch (answer.kind) {
		case 'saved':
			return ok(answer);
		case 'ended':
			if (request.batch) return ok({ kind: 'late', late: answer.late });
			return refuse('attempt-ended');
		case 'elsewhere': {
			const { refusal } = refuse('continued-elsewhere', { keep: true });
			return { ok: false, refusal: { ...refusal, stored: answer.stored } };
		}
		case 'unknown-writer':
			return refuse('invalid', { errors: [{ pointer: '/writer', code: 'unknown-writer' }] });
	}
}

export interface GivenEntry {
	readonly position: number;
	readonly response: unknown;
	readonly clientSeq: number;
	readonly answeredAt?: Instant | undefined;
}

/**
 * Holds entries against the paper: their positions and the shape of each response. `pointers` says where
 * an entry's fields lie in the request. All faults are named; one is enough to save nothing.
 */
export function checkEntries(
	entries: readonly GivenEntry[],
	itemAt: (position: number) => ShownItem | undefined,
	pointers: (index: number) => { readonly position: string; readonly response: string }
): Outcome<SaveEntry[], TakingRefusal> {
	const errors: FieldError[] = [];
	const checked: SaveEntry[] = [];
	for (const [index, entry] of entries.entries()) {
		const item = itemAt(entry.position);
		const at = pointers(index);
		const fault = item
			? responseError(item, entry.response, at.response)
			: { pointer: at.position, code: 'unknown-position' };
		if (fault) errors.push(fault);
		else checked.push(checkedEntry(entry));
	}
	return errors.length > 0 ? refuse('invalid', { errors }) : ok(checked);
}

function checkedEntry({ position, clientSeq, response, answeredAt }: GivenEntry): SaveEntry {
	return { position, clientSeq, response: response as Response, answeredAt: answeredAt ?? null };
}

/** The answer to a request of one entry. */
export function singleAnswer(saved: LateOrSaved, at: Instant): SavedAnswer {
	const [entry] = saved.kind === 'saved' ? saved.entries : [];
	if (saved.kind !== 'saved' || !entry) throw new Error('a single save was answered as a batch');
	const { clientSeq, savedAt } = entry;
	return { clientSeq, savedAt, deadline: saved.endsAt, serverTime: at };
}
