import { sql } from 'kysely';
import type { Day, Instant } from '#lib/kernel/instant.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import type { Audience } from '#lib/units/audience.ts';
import type { Person } from './people.reads.server.ts';

/** Rosters are taken one after the other, so that each decides on what the one before left. */
export async function lockPeople(tx: WriteDb): Promise<void> {
	await sql`lock table person in share row exclusive mode`.execute(tx);
}

/** The most rows of one statement: PostgreSQL takes 65,535 parameters. */
const ROWS_AT_ONCE = 2_000;
async function inParts<T>(rows: readonly T[], write: (part: T[]) => Promise<unknown>) {
	for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) await write(rows.slice(i, i + ROWS_AT_ONCE));
}

/** The accounts of the same ids exist already (identity's offer). */
export function insertPeople(
	tx: WriteDb,
	people: readonly Person[],
	createdAt: Instant
): Promise<void> {
	return inParts(people, (part) =>
		tx
			.insertInto('person')
			.values(part.map((person) => ({ ...person, createdAt })))
			.execute()
	);
}

export async function replaceNames(
	tx: WriteDb,
	people: readonly Pick<Person, 'id' | 'name' | 'birthYear'>[]
): Promise<void> {
	for (const { id, name, birthYear } of people)
		await tx.updateTable('person').set({ name, birthYear }).where('id', '=', id).execute();
}

export interface NewMembership {
	readonly id: string;
	readonly personId: string;
	readonly unitKey: string;
	readonly audiences: readonly Audience[];
	readonly validFrom: Day;
	readonly rosterId: string | null;
}

export function insertMemberships(
	tx: WriteDb,
	memberships: readonly NewMembership[]
): Promise<void> {
	return inParts(memberships, (part) =>
		tx
			.insertInto('membership')
			.values(part.map((one) => ({ ...one, audiences: [...one.audiences], validTo: null })))
			.execute()
	);
}

export async function replaceEnds(
	tx: WriteDb,
	ends: readonly { readonly id: string; readonly on: Day }[]
): Promise<void> {
	for (const { id, on } of ends)
		await tx.updateTable('membership').set({ validTo: on }).where('id', '=', id).execute();
}

/** Takes back memberships that had not begun before the roster which replaces them. */
export async function deleteMemberships(tx: WriteDb, ids: readonly string[]): Promise<void> {
	await tx
		.deleteFrom('membership')
		.where('id', '=', sql<string>`any(${ids}::uuid[])`)
		.execute();
}

export interface RosterAccepted {
	readonly id: string;
	readonly unitKey: string;
	readonly fileHash: Buffer;
	readonly validFrom: Day;
	readonly people: number;
	readonly acceptedAt: Instant;
	readonly acceptedBy: string | null;
}

export async function recordRoster(tx: WriteDb, roster: RosterAccepted): Promise<void> {
	await tx.insertInto('roster').values(roster).execute();
}
