import type { WriteContext } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { ContinuedElsewhere, TakingRefusal } from './refusals.ts';
import type { SaveResponse } from './save-responses.schema.ts';
import {
	checkEntries,
	findOwnFacts,
	saveChecked,
	savingIn,
	type SaveContext
} from './saving.server.ts';
import { directSources, type Sources } from './sources.server.ts';

export interface SavedAnswer {
	/** The newest of the position, which an older save does not replace. */
	readonly clientSeq: number;
	readonly savedAt: Instant;
	readonly deadline: Instant;
	readonly serverTime: Instant;
}
export type SaveAnswered = Outcome<SavedAnswer, TakingRefusal | ContinuedElsewhere>;

/** Saves one answer of the caller's running attempt (contract §2, Saving), in the door's transaction. */
export function saveResponse(ctx: WriteContext, input: SaveResponse): Promise<SaveAnswered> {
	return saveResponseWith(directSources)(savingIn(ctx), input);
}

export function saveResponseWith(sources: Sources) {
	return async function saveResponse(ctx: SaveContext, input: SaveResponse): Promise<SaveAnswered> {
		const own = await findOwnFacts(ctx, sources, input.attemptId);
		if (!own.ok) return own;
		const paper = await sources.paper(ctx.db, own.value);
		const entries = checkEntries([input], (position) => paper[position - 1], pointers);
		if (!entries.ok) return entries;
		const saved = await saveChecked(ctx, {
			attemptId: own.value.id,
			writer: input.writer ?? null,
			at: ctx.at,
			batch: false,
			entries: entries.value
		});
		return saved.ok ? ok(singleAnswer(saved.value, ctx.at)) : saved;
	};
}

const pointers = () => ({ position: '/path/position', response: '/response' });

type SavedOne = Extract<Awaited<ReturnType<typeof saveChecked>>, { ok: true }>['value'];

/** The answer to a request of one entry. */
export function singleAnswer(saved: SavedOne, at: Instant): SavedAnswer {
	const [entry] = saved.kind === 'saved' ? saved.entries : [];
	if (saved.kind !== 'saved' || !entry) throw new Error('a single save was answered as a batch');
	const { clientSeq, savedAt } = entry;
	return { clientSeq, savedAt, deadline: saved.endsAt, serverTime: at };
}
