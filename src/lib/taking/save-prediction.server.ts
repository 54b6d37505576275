import type { WriteContext } from '#lib/identity/context.ts';
import { ok } from '#lib/kernel/outcome.ts';
import { refuse } from './refusals.ts';
import { PREDICTION_POSITION } from './save.ts';
import type { SavePrediction } from './taking.schema.ts';
import {
	findOwnFacts,
	saveChecked,
	savingIn,
	singleAnswer,
	type SaveAnswered,
	type SaveContext
} from './saving.server.ts';
import { directSources, type Sources } from './sources.server.ts';

/** Saves the prediction like an answer, so that running out of time keeps it, in the door's transaction. */
export function savePrediction(ctx: WriteContext, input: SavePrediction): Promise<SaveAnswered> {
	return savePredictionWith(directSources)(savingIn(ctx), input);
}

export function savePredictionWith(sources: Sources) {
	return async function savePrediction(
		ctx: SaveContext,
		input: SavePrediction
	): Promise<SaveAnswered> {
		const own = await findOwnFacts(ctx, sources, input.attemptId);
		if (!own.ok) return own;
		const round = await sources.round(ctx.db, own.value.roundId, ctx.at);
		if (!round?.contest.definition.rules.prediction) return refuse('prediction-not-asked');
		const entry = { clientSeq: input.clientSeq, response: input.value };
		const saved = await saveChecked(ctx, {
			attemptId: own.value.id,
			writer: input.writer ?? null,
			at: ctx.at,
			batch: false,
			entries: [{ ...entry, position: PREDICTION_POSITION }]
		});
		return saved.ok ? ok(singleAnswer(saved.value, ctx.at)) : saved;
	};
}
