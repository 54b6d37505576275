import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { changesOf } from './answer-consent.ts';
import { consentStandingOf, type ConsentStanding } from './consent.ts';
import { listConsentRows } from './consents.reads.server.ts';
import type { RecordGuardianConsent } from './consents.schema.ts';
import { recordConsents, recordWithdrawals } from './consents.writes.server.ts';
import { lineageOfPerson, listPeopleByCode } from './people.reads.server.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';

/** A guardian's paper slip, recorded by the teacher or the organiser: yes or no to each purpose it names. */
export async function recordGuardianConsent(
	ctx: WriteContext,
	input: RecordGuardianConsent
): Promise<Outcome<ConsentStanding, PeopleRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	const [person] = await listPeopleByCode(ctx.tx, [input.personCode]);
	if (!person) return refuse('not-found');
	const lineage = await lineageOfPerson(ctx.tx, person.id, dayOf(ctx.at));
	if (!permits(ctx.actor, 'consent.record', lineage)) return refuse('not-found');
	const rows = await listConsentRows(ctx.tx, [person.id]);
	const { give, withdraw } = changesOf(rows, {
		voice: 'guardian',
		answers: input.purposes,
		at: ctx.at
	});
	const entry = { channel: 'paper', recordedAt: ctx.at, recordedBy: ctx.actor.accountId } as const;
	await recordConsents(
		ctx.tx,
		give.map((purpose) => ({
			...{ id: ctx.random.id(), personId: person.id, purpose, givenBy: 'guardian', ...entry },
			guardianName: input.guardianName || null,
			guardianRelation: input.guardianRelation || null
		}))
	);
	await recordWithdrawals(
		ctx.tx,
		withdraw.map((row) => ({ consentId: row.id, withdrawnBy: 'guardian', ...entry }))
	);
	const after = await listConsentRows(ctx.tx, [person.id]);
	return ok(consentStandingOf(person.birthYear, after, ctx.at));
}
