import { hmacSha256 } from '#lib/kernel/digest.ts';
import { earlier, type Instant } from '#lib/kernel/instant.ts';
import type { Audience } from '#lib/units/audience.ts';
import type { ContestDefinition } from './definition.ts';

// The rules of an entry: for which unit and group, since when, under which public id.

/** The units of a contest within `rankedUnits.tree` on `headcountAsOf`, whole subtrees. */
export interface ContestScope {
	readonly unitKeys: ReadonlySet<string>;
	/** Subtrees of the groups that name units, by group id. */
	readonly groupUnitKeys: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A membership on `headcountAsOf`. */
export interface MembershipOnDay {
	readonly unitKey: string;
	readonly audiences: readonly Audience[];
}

/** For which unit, and in which group (null: the contest has none), a person takes part. */
export interface Place {
	readonly unitKey: string;
	readonly groupId: string | null;
}

/**
 * Where memberships let a person take part: in scope by unit and audience, in the first group of the
 * declared order that fits both. A contest with groups takes nobody outside them (contract §3, §4).
 */
export function placesOf(
	definition: Pick<ContestDefinition, 'audiences' | 'groups'>,
	scope: ContestScope,
	memberships: readonly MembershipOnDay[]
): Place[] {
	return memberships.flatMap((membership): Place[] => {
		const { unitKey, audiences } = membership;
		if (!scope.unitKeys.has(unitKey) || !overlap(audiences, definition.audiences)) return [];
		if (definition.groups.length === 0) return [{ unitKey, groupId: null }];
		const group = definition.groups.find(
			({ id, audiences: of }) =>
				overlap(audiences, of) && (scope.groupUnitKeys.get(id)?.has(unitKey) ?? true)
		);
		return group === undefined ? [] : [{ unitKey, groupId: group.id }];
	});
}

function overlap(a: readonly Audience[], b: readonly Audience[]): boolean {
	return a.some((audience) => b.includes(audience));
}

export type PlaceChoice =
	| { readonly kind: 'placed'; readonly place: Place }
	| { readonly kind: 'nowhere' }
	/** Several units: the person is asked at the start. */
	| { readonly kind: 'several'; readonly places: readonly Place[] }
	| { readonly kind: 'not-theirs'; readonly places: readonly Place[] };

/** One place is taken as it is; of several, the chosen one. */
export function choosePlace(
	places: readonly Place[],
	chosenUnitKey: string | undefined
): PlaceChoice {
	const [only, ...others] = places;
	if (only === undefined) return { kind: 'nowhere' };
	if (chosenUnitKey !== undefined) {
		const place = places.find((each) => each.unitKey === chosenUnitKey);
		return place === undefined ? { kind: 'not-theirs', places } : { kind: 'placed', place };
	}
	return others.length === 0 ? { kind: 'placed', place: only } : { kind: 'several', places };
}

/**
 * "In scope on a confirmed roster, or the first opening of the contest page signed in, whichever came
 * first" (contract §2 "Counting"): the earliest confirmation, but not before there was a contest.
 */
export function registeredAt(
	memberships: readonly { readonly confirmedAt: Instant | null }[],
	contest: { readonly importedAt: Instant },
	at: Instant
): Instant {
	const instants = memberships.flatMap(({ confirmedAt }) =>
		confirmedAt === null
			? []
			: [confirmedAt < contest.importedAt ? contest.importedAt : confirmedAt]
	);
	return instants.reduce(earlier, at);
}

/** A person's pseudonym in a contest: HMAC-SHA256(the contest's secret, person id), its first 32 hex digits. */
export function publicId(secret: Uint8Array, personId: string): string {
	return hmacSha256(secret, personId).toString('hex').slice(0, 32);
}
