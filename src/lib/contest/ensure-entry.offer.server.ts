import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { recordForConsumers } from '#lib/server/jobs/outbox.server.ts';
import type { Contest } from './contests.reads.server.ts';
import { findEntry, type Entry } from './entries.reads.server.ts';
import { insertEntries, recordEntryPlace } from './entries.writes.server.ts';
import { choosePlace, placesOf, type Place, type PlaceChoice } from './entry.ts';
import { getScope, listMembershipsInContest } from './places.reads.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';
import { publicId, registeredAt } from './entry.ts';
import { getContestSecret } from './secrets.reads.server.ts';

export interface EnsureEntry {
	readonly contest: Contest;
	readonly personId: string;
	readonly at: Instant;
	/** The unit a person of several units takes part for; the first choice stays. */
	readonly chosenUnitKey?: string | undefined;
	/** The entry may wait for its unit: opening a page registers, only the start asks. */
	readonly unitMayWait?: boolean;
}

/**
 * The person's entry, made now if there is none (contract §2 "Counting", registered), and told to boards
 * and participation. Refuses `not-in-scope`; of several units and none chosen, `choose-unit` with the
 * choices (unless `unitMayWait`); a unit that is not theirs, `unit-not-yours`.
 */
export async function ensureEntry(
	tx: WriteDb,
	input: EnsureEntry
): Promise<Outcome<Entry, ContestRefusal>> {
	const { contest, personId, at, chosenUnitKey } = input;
	const found = await findEntry(tx, contest.code, personId);
	if (found !== undefined && (found.unitKey !== null || input.unitMayWait)) return ok(found);
	const memberships = await listMembershipsInContest(tx, contest, personId);
	const places = placesOf(contest.definition, await getScope(tx, contest), memberships);
	const choice = choosePlace(places, chosenUnitKey);
	const place = choice.kind === 'placed' ? choice.place : null;
	if (place === null && !(choice.kind === 'several' && input.unitMayWait)) return no(choice);
	const entry = found ?? {
		contestCode: contest.code,
		personId,
		registeredAt: registeredAt(memberships, contest, at),
		unitKey: place?.unitKey ?? null,
		groupId: place?.groupId ?? null,
		publicId: publicId((await getContestSecret(tx, contest.code)).secret, personId)
	};
	return ok(await keep(tx, entry, { place, at }));
}

function no(choice: PlaceChoice) {
	if (choice.kind === 'placed' || choice.kind === 'nowhere') return refuse('not-in-scope');
	const units = choice.places.map((place) => place.unitKey).join(', ');
	const code = choice.kind === 'several' ? 'choose-unit' : 'unit-not-yours';
	return refuse(code, { facts: { units }, errors: [{ pointer: '/unitKey', code, detail: units }] });
}

/** Writes the entry or its unit, whichever is missing; of two at once the first stands. */
async function keep(
	tx: WriteDb,
	entry: Entry,
	{ place, at }: { readonly place: Place | null; readonly at: Instant }
): Promise<Entry> {
	const { contestCode, personId } = entry;
	const isNew = (await insertEntries(tx, [entry])).length > 0;
	const placed = !isNew && place !== null && (await recordEntryPlace(tx, entry, place));
	if (isNew || placed)
		await recordForConsumers(tx, {
			kind: 'entry',
			contestCode,
			personId,
			roundId: null,
			attemptId: null,
			at
		});
	return (await findEntry(tx, contestCode, personId)) ?? entry;
}
