import type { Day } from '#lib/kernel/instant.ts';
import { byCodeUnit } from '#lib/kernel/text.ts';
import type { Audience } from '#lib/units/audience.ts';
import { audienceFamily } from './audience-words.ts';

export interface MembershipHeld {
	readonly id: string;
	readonly unitKey: string;
	readonly audiences: readonly Audience[];
	readonly from: Day;
	readonly to: Day | null;
}

export interface PersonHeld {
	readonly id: string;
	readonly name: string;
	readonly birthYear: number;
	readonly memberships: readonly MembershipHeld[];
}

/** What a roster says of one person: who they are and every place it puts them in. */
export interface PersonListed {
	readonly name: string;
	readonly birthYear: number;
	readonly places: readonly {
		readonly unitKey: string;
		readonly from: Day;
		readonly audiences: readonly Audience[];
	}[];
}

export type Fate = 'new' | 'same' | 'changed' | 'moved';

export interface PersonChange {
	readonly fate: Fate;
	/** Name or year differ from what is kept. */
	readonly rename: boolean;
	/** Memberships that end on a day, and those that had not begun before the roster did: it replaces them. */
	readonly end: readonly { readonly id: string; readonly on: Day }[];
	readonly drop: readonly string[];
	readonly begin: PersonListed['places'];
}

/**
 * What a roster changes for a person. In a place where they are already, with the same audiences, nothing.
 * Memberships of the same family (a pupil's follow each other) in other units end when the new one begins;
 * those of another family, a chi đoàn beside a class, go on.
 */
export function decideFate(held: PersonHeld | undefined, listed: PersonListed): PersonChange {
	if (!held) return { fate: 'new', rename: false, end: [], drop: [], begin: listed.places };
	const kept = new Set<string>();
	const begin = listed.places.filter((place) => {
		const same = held.memberships.find((one) => isSame(one, place));
		if (same) kept.add(same.id);
		return same === undefined;
	});
	const gone = held.memberships
		.filter((one) => !kept.has(one.id))
		.flatMap((one) => {
			const next = listed.places.find((place) => follows(place, one));
			return next ? [{ one, on: next.from }] : [];
		});
	const rename = held.name !== listed.name || held.birthYear !== listed.birthYear;
	const moved = gone.some(({ one }) => !listed.places.some((p) => p.unitKey === one.unitKey));
	const changed = rename || gone.length > 0 || begin.length > 0;
	return {
		fate: moved ? 'moved' : changed ? 'changed' : 'same',
		rename,
		end: gone.filter(({ one, on }) => one.from < on).map(({ one, on }) => ({ id: one.id, on })),
		drop: gone.filter(({ one, on }) => one.from >= on).map(({ one }) => one.id),
		begin
	};
}

type Listed = PersonListed['places'][number];

function isSame(held: MembershipHeld, place: Listed): boolean {
	return (
		held.unitKey === place.unitKey &&
		held.from <= place.from &&
		held.to === null &&
		sameList(held.audiences, place.audiences)
	);
}

/** Does the listed place take over from the held one? */
function follows(place: Listed, held: MembershipHeld): boolean {
	if (held.to !== null && held.to <= place.from) return false;
	if (held.unitKey === place.unitKey) return true;
	const families = place.audiences.map(audienceFamily);
	return held.audiences.some((audience) => families.includes(audienceFamily(audience)));
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
	const sorted = (list: readonly string[]) => [...list].sort(byCodeUnit).join(' ');
	return sorted(a) === sorted(b);
}
