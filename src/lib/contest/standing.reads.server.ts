import type { Actor } from '#lib/identity/actor.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { consentStanding } from '#lib/people/consents.reads.server.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Contest } from './contests.reads.server.ts';
import { findEntry, getAccommodation, type Entry } from './entries.reads.server.ts';
import { choosePlace, placesOf, type Place } from './entry.ts';
import { getScope, listMembershipsInContest } from './places.reads.server.ts';
import type { Asker } from './start-hindrance.ts';

/** How somebody stands to a contest: what a start would ask, and where they would take part. */
export interface Standing {
	readonly asker: Asker;
	readonly entry: Entry | null;
	/** Where the person may take part; one: that is it; several: to be chosen at the start. */
	readonly places: readonly Place[];
}

/** Everything about the caller that a contest page and its start button need. */
export async function getStanding(
	db: ReadDb,
	contest: Contest,
	{ actor, at }: { readonly actor: Actor; readonly at: Instant }
): Promise<Standing> {
	const { personId } = actor;
	if (personId === null) {
		const kind = actor.kind === 'anonymous' ? 'anonymous' : 'staff';
		return { asker: { kind }, entry: null, places: [] };
	}
	const consent = await consentStanding(db, personId, at);
	const entry = (await findEntry(db, contest.code, personId)) ?? null;
	const places = await placesFor(db, contest, { personId, entry });
	const granted = await getAccommodation(db, contest.code, personId);
	const asker: Asker = {
		kind: 'person',
		consentMissing: consent.purposes.take_part.missing,
		under16: consent.guardianNeeded,
		place: choosePlace(places, undefined).kind,
		attemptsMax: contest.definition.rules.attemptsMax + granted.extraAttempts
	};
	return { asker, entry, places };
}

/** An entry's unit stays; otherwise what the memberships allow. */
async function placesFor(
	db: ReadDb,
	contest: Contest,
	{ personId, entry }: { readonly personId: string; readonly entry: Entry | null }
): Promise<readonly Place[]> {
	if (entry !== null && entry.unitKey !== null)
		return [{ unitKey: entry.unitKey, groupId: entry.groupId }];
	const memberships = await listMembershipsInContest(db, contest, personId);
	if (memberships.length === 0) return [];
	return placesOf(contest.definition, await getScope(db, contest), memberships);
}
