import { findAccount } from '#lib/identity/accounts.reads.server.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import type { Role } from '#lib/identity/roles.ts';
import { dayOf, type Day } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Audience } from '#lib/units/audience.ts';
import { listUnitsOn } from '#lib/units/units.reads.server.ts';
import { CONSENT_TEXT_VERSION } from './consent-text.ts';
import type { ConsentStanding, Purpose, Voice } from './consent.ts';
import { consentStanding } from './consents.reads.server.ts';
import { findPerson, listMembershipsOn, type Person } from './people.reads.server.ts';
import { refuse, type PeopleRefusal } from './refusals.ts';

/** `GET /me` (contract §2): the caller, and whose yes is missing before a start. */
export interface Me {
	/** Null for an account that is nobody on a roster. */
	readonly person: { readonly id: string; readonly birthYear: number } | null;
	readonly name: string;
	readonly language: Language | null;
	readonly units: readonly {
		readonly key: string;
		readonly name: string;
		readonly audiences: readonly Audience[];
	}[];
	readonly roles: readonly { readonly role: Role; readonly unit: string | null }[];
	readonly consents: (ConsentStanding & { readonly textVersion: string }) | null;
	/** Without these nobody can start: purpose 1 (take_part). Empty when nothing is missing. */
	readonly missing: readonly { readonly purpose: Purpose; readonly by: Voice }[];
}

export async function viewMe(ctx: ReadContext): Promise<Outcome<Me, PeopleRefusal>> {
	const { accountId, personId, posts } = ctx.actor;
	const account = accountId === null ? undefined : await findAccount(ctx.db, accountId);
	if (!account) return refuse('sign-in-needed');
	const person = personId === null ? undefined : await findPerson(ctx.db, personId);
	const standing = person ? await consentStanding(ctx.db, person.id, ctx.at) : null;
	return ok({
		person: person ? { id: person.id, birthYear: person.birthYear } : null,
		name: person?.name ?? account.username ?? '',
		language: account.language,
		units: person ? await unitsOf(ctx.db, person, dayOf(ctx.at)) : [],
		roles: posts.map((post) => ({ role: post.role, unit: post.unitKey })),
		consents: standing && { ...standing, textVersion: CONSENT_TEXT_VERSION },
		missing: (standing?.purposes.take_part.missing ?? []).map((by) => ({
			purpose: 'take_part',
			by
		}))
	});
}

async function unitsOf(db: ReadDb, person: Person, on: Day): Promise<Me['units']> {
	const memberships = await listMembershipsOn(db, [person.id], on);
	const units = await listUnitsOn(
		db,
		memberships.map((one) => one.unitKey),
		on
	);
	return memberships.map(({ unitKey, audiences }) => ({
		key: unitKey,
		name: units.find((unit) => unit.key === unitKey)?.name ?? unitKey,
		audiences
	}));
}
