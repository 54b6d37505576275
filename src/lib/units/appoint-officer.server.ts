import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import type { Role } from '#lib/identity/roles.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { insertPost } from './posts.writes.server.ts';
import { refuse, type UnitsRefusal } from './refusals.ts';
import { findUnit } from './units.reads.server.ts';

export interface AppointOfficer {
	readonly accountId: string;
	readonly role: Role;
	readonly unitKey: string;
}

/** Gives an account one more role at a unit, from today on; who appoints is who makes accounts. */
export async function appointOfficer(
	ctx: WriteContext,
	input: AppointOfficer
): Promise<Outcome<{ since: string }, UnitsRefusal>> {
	if (!permits(ctx.actor, 'account.create', [])) return refuse('not-found');
	if (!(await findUnit(ctx.tx, input.unitKey))) return refuse('not-found');
	const from = dayOf(ctx.at);
	await insertPost(ctx.tx, { ...input, from });
	return ok({ since: from });
}
