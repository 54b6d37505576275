import type { WriteContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listRoundsToFreeze } from './forms.reads.server.ts';
import { freezeForm } from './freeze-form.offer.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';

/**
 * Freezes the forms of rounds that have opened: a job, so that what happens to the bank between the
 * opening and the first start no longer matters. A round whose form cannot be filled is left to its gate.
 */
export async function freezeOpenedForms(
	ctx: WriteContext
): Promise<Outcome<{ frozen: number }, ContestRefusal>> {
	if (ctx.actor.kind !== 'operator') return refuse('not-found');
	let frozen = 0;
	for (const roundId of await listRoundsToFreeze(ctx.tx, ctx.at)) {
		const form = await freezeForm(ctx.tx, { roundId, at: ctx.at });
		if (form.ok) frozen += 1;
	}
	return ok({ frozen });
}
