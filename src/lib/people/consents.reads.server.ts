import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { consentStandingOf, type ConsentRow, type ConsentStanding } from './consent.ts';
import { findPerson, listPeople } from './people.reads.server.ts';

/** Every consent these people or their guardians ever gave, withdrawn ones too, oldest first. */
export async function listConsentRows(
	db: ReadDb,
	personIds: readonly string[]
): Promise<(ConsentRow & { readonly personId: string })[]> {
	const rows = await db
		.selectFrom('consent')
		.leftJoin('consentWithdrawal', 'consentWithdrawal.consentId', 'consent.id')
		.select([
			'consent.id',
			'consent.personId',
			'consent.purpose',
			'consent.givenBy',
			'consent.recordedAt',
			'consentWithdrawal.recordedAt as withdrawnAt'
		])
		.where('consent.personId', '=', sql<string>`any(${personIds}::uuid[])`)
		.orderBy('consent.recordedAt')
		.orderBy('consent.id')
		.execute();
	return rows as (ConsentRow & { personId: string })[];
}

/** What a person's consents amount to at an instant, and what is missing. Throws for an unknown person. */
export async function consentStanding(
	db: ReadDb,
	personId: string,
	at: Instant
): Promise<ConsentStanding> {
	const person = await findPerson(db, personId);
	if (!person) throw new Error('no such person');
	return consentStandingOf(person.birthYear, await listConsentRows(db, [personId]), at);
}

/** The same for many people, by their id. */
export async function listConsentStandings(
	db: ReadDb,
	personIds: readonly string[],
	at: Instant
): Promise<ReadonlyMap<string, ConsentStanding>> {
	const people = await listPeople(db, personIds);
	const rows = Map.groupBy(await listConsentRows(db, personIds), (row) => row.personId);
	return new Map(
		people.map((person) => [
			person.id,
			consentStandingOf(person.birthYear, rows.get(person.id) ?? [], at)
		])
	);
}
