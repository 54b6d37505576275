import type { WriteContext } from '#lib/identity/context.ts';
import { ok } from '#lib/kernel/outcome.ts';
import type { SaveResponse } from './taking.schema.ts';
import {
	checkEntries,
	findOwnFacts,
	saveChecked,
	savingIn,
	singleAnswer,
	type SaveAnswered,
	type SaveContext
} from './saving.server.ts';
import { directSources, type Sources } from './sources.server.ts';

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
