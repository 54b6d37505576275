import type { Actor, ActorPost } from '#lib/identity/actor.ts';
import type { Role } from '#lib/identity/roles.ts';
import type { Day } from '#lib/kernel/instant.ts';
import type { ActivityKind } from '#lib/plans/indicator.ts';
import type { UnitKind } from '#lib/units/unit.ts';

/** Something a unit did on a day. `ledBy`, `evidence` and `title` are free text and may hold a name. */
export interface Activity {
	readonly unitKey: string;
	readonly kind: ActivityKind;
	readonly heldOn: Day;
	readonly title: string;
	readonly classes: readonly string[];
	/** null: not counted in people (documents, media). */
	readonly people: number | null;
	readonly ledBy: string | null;
	readonly evidence: string | null;
	readonly contestCode: string | null;
	readonly tags: readonly string[];
	/** The kind of unit whose event it was. */
	readonly eventLevel: UnitKind | null;
}

/** Somebody vouched for it: the office (or a name, in a file) and the day. */
export interface Confirmation {
	readonly by: string;
	readonly on: Day;
}

export interface ActivityRecord extends Activity {
	readonly confirmation: Confirmation | null;
}

export interface StoredActivity extends ActivityRecord {
	readonly id: string;
}

/** One activity a unit, day, kind and title. */
export function activityKey({ unitKey, heldOn, kind, title }: Activity): string {
	return [unitKey, heldOn, kind, title].join('\n');
}

/** A school's head vouches for the school and its classes; elsewhere the secretary or head of the unit (domain §5.5, S3). */
export function confirmingRoles(kind: UnitKind): readonly Role[] {
	return kind === 'school' || kind === 'class'
		? ['school-head']
		: ['unit-secretary', 'school-head'];
}

/** The post by which an actor may vouch for an activity of a unit with this lineage; undefined when there is none. */
export function confirmingPost(
	actor: Actor,
	unit: { readonly kind: UnitKind; readonly lineage: readonly string[] }
): ActorPost | undefined {
	const roles = confirmingRoles(unit.kind);
	return actor.posts.find(
		(post) =>
			roles.includes(post.role) && post.unitKey !== null && unit.lineage.includes(post.unitKey)
	);
}

/** Why an activity cannot be confirmed now; null when it can. */
export type Hindrance = 'already-confirmed' | 'held-in-future' | null;

export function confirmationHindrance(
	activity: Pick<StoredActivity, 'confirmation' | 'heldOn'>,
	today: Day
): Hindrance {
	if (activity.confirmation !== null) return 'already-confirmed';
	return activity.heldOn > today ? 'held-in-future' : null;
}
