import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { openStaffAccount } from '#lib/identity/open-account.offer.server.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { appointOfficer } from '#lib/units/appoint-officer.offer.server.ts';
import type { UnitsRefusal } from '#lib/units/refusals.ts';
import type { CreateAccount } from './accounts.schema.ts';
import { hasAdministrator } from './posts.reads.server.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';

export interface AccountCreated {
	readonly accountId: string;
	readonly username: string;
	/** The page of the one-time link, under the instance's address. Shown once. */
	readonly setUpPath: string;
}

/** A member of staff with a role at a unit from today. The first must be an administrator (contract §1). */
export async function createAccount(
	ctx: WriteContext,
	input: CreateAccount
): Promise<Outcome<AccountCreated, PeopleRefusal | UnitsRefusal>> {
	if (!permits(ctx.actor, 'account.create', [])) return refuse('not-found');
	const today = dayOf(ctx.at);
	if (input.role !== 'administrator' && !(await hasAdministrator(ctx.tx, today)))
		return refuse('administrator-first');
	const { username, role, unitKey } = input;
	const opened = await openStaffAccount(ctx.tx, { username, at: ctx.at, random: ctx.random });
	if (!opened.ok) return refuse('username-taken');
	const { accountId, setUpToken } = opened.value;
	const post = await appointOfficer(ctx.tx, { accountId, role, unitKey, from: today });
	if (!post.ok) return post;
	return ok({ accountId, username, setUpPath: `/thiet-lap/${setUpToken}` });
}
