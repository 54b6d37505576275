import type { ImportCounts, ImportNote } from '#lib/kernel/import-report.ts';
import { noCounts } from '#lib/kernel/import-report.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { mayBeChild } from './age.ts';
import { changesOf } from './answer-consent.ts';
import type { ConsentRow, GivenBy, Purpose } from './consent.ts';
import { decideFate, type Fate, type PersonChange, type PersonHeld } from './roster-fate.ts';
import type { RosterRow } from './roster-file.ts';
import type { Place, PlaceFinder } from './roster-places.ts';

/** What is kept of somebody the roster names. */
export type PersonKept = PersonHeld & { readonly consents: readonly ConsentRow[] };

export interface ConsentChange {
	readonly purpose: Purpose;
	readonly givenBy: GivenBy;
	/** Null: a yes to record; else the standing yes that a "Không" ends. */
	readonly ends: string | null;
}

/** One person of the roster, and what accepting it would write. */
export interface RosterEntry {
	readonly line: number;
	readonly code: string;
	readonly name: string;
	readonly birthYear: number;
	readonly personId: string | null;
	readonly fate: Fate;
	/** Its places may name classes that are to be opened, by `placeKey`. */
	readonly change: PersonChange;
	readonly consents: readonly ConsentChange[];
}

export interface RosterPlan {
	readonly entries: readonly RosterEntry[];
	readonly newClasses: ReadonlyMap<string, Extract<Place, { kind: 'new-class' }>>;
	readonly notes: readonly ImportNote[];
}

export interface RosterWorld {
	readonly places: PlaceFinder;
	readonly kept: ReadonlyMap<string, PersonKept>;
	readonly at: Instant;
}

/** What accepting the roster would do, row by row. With an error note nothing of it is to be written. */
export function planRoster(rows: readonly RosterRow[], world: RosterWorld): RosterPlan {
	const notes: ImportNote[] = [];
	const newClasses = new Map<string, Extract<Place, { kind: 'new-class' }>>();
	const placed = rows.flatMap((row) => {
		const found = world.places.find(row);
		if (!found.ok) {
			const facts = { value: found.column === 'unit' ? row.unitName : row.className };
			notes.push({ level: 'error', line: row.line, code: found.code, facts });
			return [];
		}
		if (found.place.kind === 'new-class') newClasses.set(placeKey(found.place), found.place);
		return [{ row, place: found.place }];
	});
	const byCode = Map.groupBy(placed, ({ row }) => row.code);
	const entries = [...byCode].map(([code, own]) => entryOf(code, own, world));
	return { entries, newClasses, notes };
}

/** The unit's key, or a stand-in for a class that has none yet. */
export function placeKey(place: Place): string {
	return place.kind === 'unit'
		? place.unitKey
		: `${place.schoolKey}/${place.className.toLowerCase()}`;
}

type Placed = { readonly row: RosterRow; readonly place: Place };

function entryOf(code: string, own: readonly Placed[], world: RosterWorld): RosterEntry {
	const { line, name, birthYear } = (own[0] as Placed).row;
	const kept = world.kept.get(code);
	const change = decideFate(kept, { name, birthYear, places: placesOf(own) });
	const consents = consentChanges(own, kept?.consents ?? [], world.at);
	const fate = change.fate === 'same' && consents.length > 0 ? 'changed' : change.fate;
	return { line, code, name, birthYear, personId: kept?.id ?? null, fate, change, consents };
}

/** One place a unit, with the audiences of all its rows. */
function placesOf(own: readonly Placed[]) {
	const byUnit = Map.groupBy(own, ({ place }) => placeKey(place));
	return [...byUnit].map(([unitKey, rows]) => ({
		unitKey,
		from: (rows[0] as Placed).place.from,
		audiences: [...new Set(rows.flatMap(({ row }) => row.audiences))].sort()
	}));
}

/**
 * The roster's two columns: "Phụ huynh đồng ý" is the guardian's answer to purpose 1, "Đồng ý công bố" the
 * answer to purpose 2 of the guardian, or of the person once certainly 16. A child's own yes to take part
 * is never taken from a list: the child gives it at the first sign-in.
 */
function consentChanges(
	own: readonly Placed[],
	rows: readonly ConsentRow[],
	at: Instant
): ConsentChange[] {
	const answer = (pick: (row: RosterRow) => boolean | null) =>
		own.map(({ row }) => pick(row)).find((said) => said !== null);
	const publisher = mayBeChild((own[0] as Placed).row.birthYear, at) ? 'guardian' : 'self';
	const asked = [
		{ purpose: 'take_part', givenBy: 'guardian', said: answer((row) => row.guardianTakePart) },
		{ purpose: 'publish', givenBy: publisher, said: answer((row) => row.publish) }
	] as const;
	return asked.flatMap(({ purpose, givenBy, said }): ConsentChange[] => {
		if (said === undefined) return [];
		const voice = givenBy === 'guardian' ? 'guardian' : 'own';
		const change = changesOf(rows, { voice, answers: { [purpose]: said }, at });
		const ends = change.withdraw.map((row) => row.id);
		return [...change.give.map(() => null), ...ends].map((end) => ({
			purpose,
			givenBy,
			ends: end
		}));
	});
}

export function tally(entries: readonly RosterEntry[]): ImportCounts {
	const counts: Record<Fate, number> = { new: 0, same: 0, changed: 0, moved: 0 };
	for (const entry of entries) counts[entry.fate]++;
	return { ...noCounts, ...counts };
}
