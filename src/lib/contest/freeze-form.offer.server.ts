import { drawableTypes } from '#lib/bank/item.ts';
import { listDrawableVersions } from '#lib/bank/items.reads.server.ts';
import { dayOf, type Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { blueprintGate, itemsOfCell } from './blueprint-gate.ts';
import { findRound, type RoundOfContest } from './contests.reads.server.ts';
import { lockRound } from './contests.writes.server.ts';
import type { Form } from './form.ts';
import { findForm } from './forms.reads.server.ts';
import { insertForm } from './forms.writes.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';

/**
 * The round's form, frozen now if it is not yet: the versions that its cells draw from on the day it
 * opens (contract §3 "blueprint"). Of several at once one freezes and the others wait for it. Refuses
 * `round-not-open` before the opening, `form-unfillable` when the gate lets no
 * paper be drawn.
 */
export async function freezeForm(
	tx: WriteDb,
	input: { readonly roundId: string; readonly at: Instant }
): Promise<Outcome<Form, ContestRefusal>> {
	const frozen = await findForm(tx, input.roundId);
	if (frozen !== undefined) return ok(frozen);
	const round = await findRound(tx, input.roundId);
	if (round === undefined) return refuse('not-found');
	if (input.at < round.opensAt)
		return refuse('round-not-open', { facts: { opensAt: round.opensAt } });
	await lockRound(tx, round.id);
	const meanwhile = await findForm(tx, round.id);
	return meanwhile === undefined ? await freeze(tx, round) : ok(meanwhile);
}

async function freeze(tx: WriteDb, round: RoundOfContest): Promise<Outcome<Form, ContestRefusal>> {
	const { definition } = round.contest;
	const drawable = await listDrawableVersions(tx, {
		bankCode: definition.bank,
		on: dayOf(round.opensAt),
		audiences: definition.audiences,
		types: drawableTypes
	});
	if (!blueprintGate(definition, drawable).fillable) return refuse('form-unfillable');
	const cells = definition.blueprint.map((blueprint, cell) => ({
		...blueprint,
		cell,
		itemVersionIds: itemsOfCell(blueprint, drawable).map((version) => version.id)
	}));
	await insertForm(tx, { roundId: round.id, cells });
	return ok({ roundId: round.id, cells });
}
