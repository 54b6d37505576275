import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { openProgramAccount } from '#lib/identity/open-account.offer.server.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { appointOfficer } from '#lib/units/appoint-officer.offer.server.ts';
import type { CreateToken } from './accounts.schema.ts';
import { whyNoPost } from './posts.reads.server.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';

/** An API token with a role at a unit from today; its text is shown once (contract §1). */
export async function createToken(
	ctx: WriteContext,
	input: CreateToken
): Promise<Outcome<{ accountId: string; token: string }, PeopleRefusal>> {
	if (!permits(ctx.actor, 'token.create', [])) return refuse('not-found');
	const today = dayOf(ctx.at);
	const no = await whyNoPost(ctx.tx, input, today);
	if (no) return no;
	const { name, role, unitKey } = input;
	const opened = await openProgramAccount(ctx.tx, { name, at: ctx.at, random: ctx.random });
	await appointOfficer(ctx.tx, { accountId: opened.accountId, role, unitKey, from: today });
	return ok(opened);
}
