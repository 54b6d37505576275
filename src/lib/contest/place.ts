import type { Audience } from '#lib/units/audience.ts';
import type { ContestDefinition } from './definition.ts';

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
