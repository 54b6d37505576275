import { permits, permitsSomewhere } from '#lib/identity/abilities.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { listUnitsOn } from '#lib/units/units.reads.server.ts';
import type { ConsentStanding } from './consent.ts';
import { consentStanding } from './consents.reads.server.ts';
import type { AskSlip } from './consents.schema.ts';
import { lineageOfPerson, listMembershipsOn, listPeopleByCode } from './people.reads.server.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';

/** Who a guardian's slip is about, and what stands already. */
export interface Slip {
	readonly code: string;
	readonly name: string;
	readonly birthYear: number;
	/** Names of the units on the day. */
	readonly units: readonly string[];
	readonly standing: ConsentStanding;
}

/**
 * The page on which guardians' slips are entered. `slip` is null when no code was asked for, and also
 * when the code is of nobody in the reader's units: which of the two is not told apart from "no such code".
 */
export async function viewSlip(
	ctx: ReadContext,
	{ code }: AskSlip
): Promise<Outcome<{ readonly slip: Slip | null }, PeopleRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	if (!permitsSomewhere(ctx.actor, 'consent.record')) return refuse('not-found');
	return ok({ slip: code === '' ? null : await findSlip(ctx, code) });
}

async function findSlip({ db, actor, at }: ReadContext, code: string): Promise<Slip | null> {
	const today = dayOf(at);
	const [person] = await listPeopleByCode(db, [code]);
	if (!person) return null;
	const lineage = await lineageOfPerson(db, person.id, today);
	if (!permits(actor, 'consent.record', lineage)) return null;
	const memberships = await listMembershipsOn(db, [person.id], today);
	const keys = memberships.map(({ unitKey }) => unitKey);
	const units = await listUnitsOn(db, keys, today);
	return {
		code: person.code,
		name: person.name,
		birthYear: person.birthYear,
		units: units.map((unit) => unit.name),
		standing: await consentStanding(db, person.id, at)
	};
}
