import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { openProgramAccount } from '#lib/identity/open-account.offer.server.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { appointOfficer } from '#lib/units/appoint-officer.offer.server.ts';
import type { UnitsRefusal } from '#lib/units/refusals.ts';
import type { CreateToken } from './accounts.schema.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';

/** An API token with a role at a unit from today; its text is shown once (contract §1). */
export async function createToken(
	ctx: WriteContext,
	input: CreateToken
): Promise<Outcome<{ accountId: string; token: string }, PeopleRefusal | UnitsRefusal>> {
	if (!permits(ctx.actor, 'token.create', [])) return refuse('not-found');
	const { name, role, unitKey } = input;
	const opened = await openProgramAccount(ctx.tx, { name, at: ctx.at, random: ctx.random });
	const { accountId } = opened;
	const post = { accountId, role, unitKey, from: dayOf(ctx.at) };
	const appointed = await appointOfficer(ctx.tx, post);
	if (!appointed.ok) return appointed;
	return ok(opened);
}
