import type { WriteContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { changesOf } from './answer-consent.ts';
import { CONSENT_TEXT_VERSION } from './consent-text.ts';
import { consentStandingOf, type ConsentStanding } from './consent.ts';
import { listConsentRows } from './consents.reads.server.ts';
import type { GiveConsent } from './consents.schema.ts';
import { recordConsents, recordWithdrawals } from './consents.writes.server.ts';
import { findPerson } from './people.reads.server.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';

/** The caller's own yes or no to each purpose (contract `PUT /me/consents`); a no withdraws. */
export async function giveConsent(
	ctx: WriteContext,
	input: GiveConsent
): Promise<Outcome<ConsentStanding, PeopleRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	const person = ctx.actor.personId && (await findPerson(ctx.tx, ctx.actor.personId));
	if (!person) return refuse('not-found');
	if (input.textVersion !== undefined && input.textVersion !== CONSENT_TEXT_VERSION)
		return refuse('consent-text-changed');
	const rows = await listConsentRows(ctx.tx, [person.id]);
	const { guardianNeeded } = consentStandingOf(person.birthYear, rows, ctx.at);
	const by = guardianNeeded ? 'child' : 'self';
	const { give, withdraw } = changesOf(rows, {
		voice: 'own',
		answers: input.purposes,
		at: ctx.at
	});
	const entry = { channel: 'web', recordedAt: ctx.at, recordedBy: person.id } as const;
	await recordConsents(
		ctx.tx,
		give.map((purpose) => ({
			...{ id: ctx.random.id(), personId: person.id, purpose, givenBy: by, ...entry },
			...{ guardianName: null, guardianRelation: null }
		}))
	);
	await recordWithdrawals(
		ctx.tx,
		withdraw.map((row) => ({ consentId: row.id, withdrawnBy: by, ...entry }))
	);
	const after = await listConsentRows(ctx.tx, [person.id]);
	return ok(consentStandingOf(person.birthYear, after, ctx.at));
}
