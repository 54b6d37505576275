import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { ContinuedElsewhere, TakingRefusal } from './refusals.ts';
import type { SavedEntry } from './save.ts';
import type { SaveResponses } from './taking.schema.ts';
import { checkEntries, findOwnFacts, saveChecked, type SaveContext } from './saving.server.ts';
import type { Sources } from './sources.server.ts';

/** All saved, in order; or all kept apart as late evidence because the attempt had ended. */
export type BatchAnswer =
	| {
			readonly late: null;
			readonly responses: readonly SavedEntry[];
			readonly deadline: Instant;
			readonly serverTime: Instant;
	  }
	| { readonly late: number };

/** Saves many answers after an offline spell: the whole batch or, with one invalid entry, none of it. */
export function saveResponsesWith(sources: Sources) {
	return async function saveResponses(
		ctx: SaveContext,
		input: SaveResponses
	): Promise<Outcome<BatchAnswer, TakingRefusal | ContinuedElsewhere>> {
		const own = await findOwnFacts(ctx, sources, input.attemptId);
		if (!own.ok) return own;
		const paper = await sources.paper(ctx.db, own.value);
		const entries = checkEntries(input.responses, (position) => paper[position - 1], pointersAt);
		if (!entries.ok) return entries;
		const saved = await saveChecked(ctx, {
			attemptId: own.value.id,
			writer: input.writer ?? null,
			at: ctx.at,
			batch: true,
			entries: entries.value
		});
		if (!saved.ok) return saved;
		if (saved.value.kind === 'late') return ok({ late: saved.value.late });
		const { entries: responses, endsAt: deadline } = saved.value;
		return ok({ late: null, responses, deadline, serverTime: ctx.at });
	};
}

function pointersAt(index: number) {
	const entry = `/responses/${index}`;
	return { position: `${entry}/position`, response: `${entry}/response` };
}
