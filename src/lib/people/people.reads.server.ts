import { sql } from 'kysely';
import type { Day } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Audience } from '#lib/units/audience.ts';
import { lineageOn } from '#lib/units/units.reads.server.ts';
import type { MembershipHeld } from './roster-fate.ts';

export interface Person {
	readonly id: string;
	readonly code: string;
	readonly name: string;
	readonly birthYear: number;
}

export interface Membership {
	readonly personId: string;
	readonly unitKey: string;
	readonly audiences: readonly Audience[];
}

export async function findPerson(db: ReadDb, id: string): Promise<Person | undefined> {
	return (await listPeople(db, [id]))[0];
}

/** In id order; unknown ids are left out. */
export function listPeople(db: ReadDb, ids: readonly string[]): Promise<Person[]> {
	return db
		.selectFrom('person')
		.select(['id', 'code', 'name', 'birthYear'])
		.where('id', '=', sql<string>`any(${ids}::uuid[])`)
		.orderBy('id')
		.execute();
}

/** By roster code, in code order; unknown codes are left out. */
export function listPeopleByCode(db: ReadDb, codes: readonly string[]): Promise<Person[]> {
	return db
		.selectFrom('person')
		.select(['id', 'code', 'name', 'birthYear'])
		.where('code', '=', sql<string>`any(${codes}::text[])`)
		.orderBy('code')
		.execute();
}

/** Where these people are on a day, by person and unit. */
export async function listMembershipsOn(
	db: ReadDb,
	personIds: readonly string[],
	on: Day
): Promise<Membership[]> {
	const rows = await db
		.selectFrom('membership')
		.select(['personId', 'unitKey', 'audiences'])
		.where('personId', '=', sql<string>`any(${personIds}::uuid[])`)
		.where(coversDay(on))
		.orderBy('personId')
		.orderBy('unitKey')
		.execute();
	return rows as Membership[];
}

export interface Scope {
	/** The units themselves: the caller adds those below (units' subtreeKeysOn). */
	readonly unitKeys: readonly string[];
	/** At least one of these; null asks for nobody in particular. */
	readonly audiences: readonly Audience[] | null;
	readonly day: Day;
}

/** Who is in one of the units on the day, as one of the audiences; a person in two units is there twice. */
export async function listPeopleInScope(db: ReadDb, scope: Scope): Promise<Membership[]> {
	let query = db
		.selectFrom('membership')
		.select(['personId', 'unitKey', 'audiences'])
		.where('unitKey', '=', sql<string>`any(${scope.unitKeys}::text[])`)
		.where(coversDay(scope.day));
	if (scope.audiences)
		query = query.where(sql<boolean>`audiences && ${[...scope.audiences]}::text[]`);
	const rows = await query.orderBy('personId').orderBy('unitKey').execute();
	return rows as Membership[];
}

/** Every membership of these people that lasts beyond a day, for a roster that begins on it. */
export async function listMembershipsFrom(
	db: ReadDb,
	personIds: readonly string[],
	from: Day
): Promise<(MembershipHeld & { readonly personId: string })[]> {
	const rows = await db
		.selectFrom('membership')
		.select(['id', 'personId', 'unitKey', 'audiences', 'validFrom as from', 'validTo as to'])
		.where('personId', '=', sql<string>`any(${personIds}::uuid[])`)
		.where((e) => e.or([e('validTo', 'is', null), e('validTo', '>', from)]))
		.orderBy('personId')
		.orderBy('validFrom')
		.orderBy('unitKey')
		.execute();
	return rows as (MembershipHeld & { personId: string })[];
}

/** The units a person is in on a day, and everything above them, in every tree: who may act for them. */
export async function lineageOfPerson(db: ReadDb, personId: string, on: Day): Promise<string[]> {
	const memberships = await listMembershipsOn(db, [personId], on);
	const lineages = await Promise.all(memberships.map((one) => lineageOn(db, one.unitKey, on)));
	return [...new Set(lineages.flat())].sort();
}

function coversDay(on: Day) {
	return sql<boolean>`${on}::date <@ valid_during`;
}
