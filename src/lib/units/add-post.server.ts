import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import type { Role } from '#lib/identity/roles.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import type { Outcome } from '#lib/kernel/outcome.ts';
import { appointOfficer } from './appoint-officer.offer.server.ts';
import { refuse, type UnitsRefusal } from './refusals.ts';

export interface AddPost {
	readonly accountId: string;
	readonly role: Role;
	readonly unitKey: string;
}

/** Gives an account one more role at a unit, from today on; who appoints is who makes accounts. */
export async function addPost(
	ctx: WriteContext,
	input: AddPost
): Promise<Outcome<null, UnitsRefusal>> {
	if (!permits(ctx.actor, 'account.create', [])) return refuse('not-found');
	return await appointOfficer(ctx.tx, { ...input, from: dayOf(ctx.at) });
}
