import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { consentStandingOf, rowsToWithdraw, type ConsentStanding } from './consent.ts';
import { listConsentRows } from './consents.reads.server.ts';
import type { WithdrawConsent } from './consents.schema.ts';
import { recordWithdrawals } from './consents.writes.server.ts';
import { findPerson, lineageOfPerson } from './people.reads.server.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';

/** Ends what stands of one voice for one purpose: by the person themselves, or entered for them from paper. */
export async function withdrawConsent(
	ctx: WriteContext,
	input: WithdrawConsent
): Promise<Outcome<ConsentStanding, PeopleRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	const person = await findPerson(ctx.tx, input.personId);
	const lineage = await lineageOfPerson(ctx.tx, input.personId, dayOf(ctx.at));
	const own = ctx.actor.personId === input.personId && input.voice === 'own';
	if (!person || !(own || permits(ctx.actor, 'consent.record', lineage)))
		return refuse('not-found');
	const rows = await listConsentRows(ctx.tx, [person.id]);
	await recordWithdrawals(
		ctx.tx,
		rowsToWithdraw(rows, { ...input, at: ctx.at }).map((row) => ({
			consentId: row.id,
			withdrawnBy: row.givenBy,
			channel: own ? ('web' as const) : ('paper' as const),
			recordedAt: ctx.at,
			recordedBy: ctx.actor.accountId
		}))
	);
	const after = await listConsentRows(ctx.tx, [person.id]);
	return ok(consentStandingOf(person.birthYear, after, ctx.at));
}
