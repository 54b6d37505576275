import { drawableTypes } from '#lib/bank/item.ts';
import { listDrawableVersions } from '#lib/bank/items.reads.server.ts';
import { dayOf, type Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { blueprintGate, itemsOfCell } from './blueprint-gate.ts';
import { findRound, listRounds, type Round, type RoundOfContest } from './contests.reads.server.ts';
import { lockRound, recordRosterFreeze } from './contests.writes.server.ts';
import type { Form } from './form.ts';
import { findForm } from './forms.reads.server.ts';
import { insertForm } from './forms.writes.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';
import { findRosterFreeze, hashRoster } from './rosters.reads.server.ts';

/**
 * The round's form, frozen now if it is not yet: the versions that its cells draw from on the day it
 * opens (contract §3 "blueprint"). With the form of the contest's first round its roster is frozen. Of several
 * at once one freezes and the others wait for it. Refuses `round-not-open` before the opening,
 * `form-unfillable` when the gate lets no paper be drawn.
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
	if (meanwhile !== undefined) return ok(meanwhile);
	const form = await freeze(tx, round);
	if (form.ok) await freezeRoster(tx, round, input.at);
	return form;
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

/**
 * Commits to the contest's roster when its first round opens (contract §4.8): the hash of the public ids of
 * those who were registered by then. People who enter later, while the round runs, are not in it; their ids
 * come from the same committed secret. It stands for good, also where an import moves the opening later.
 */
async function freezeRoster(tx: WriteDb, round: Round, at: Instant): Promise<void> {
	const { contestCode, opensAt } = round;
	const rounds = await listRounds(tx, contestCode);
	if (rounds.some((other) => other.opensAt < opensAt)) return;
	if ((await findRosterFreeze(tx, contestCode)) !== undefined) return;
	const roster = await hashRoster(tx, contestCode, opensAt);
	await recordRosterFreeze(tx, { contestCode, ...roster, frozenAt: at });
}
