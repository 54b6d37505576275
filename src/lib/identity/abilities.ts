import type { Actor } from './actor.ts';
import type { Role } from './roles.ts';

/**
 * May-you is one table and one question. Abilities flow down the unit tree: a post at a unit reaches
 * every unit below it on the day. The administrator's post has no unit and reaches all.
 */
const abilities = {
	'unit.import': ['administrator'],
	'unit.read': [
		'school-head',
		'class-manager',
		'unit-secretary',
		'organiser',
		'official',
		'auditor',
		'administrator'
	],
	'headcount.import': ['administrator'],
	'person.import': ['school-head', 'class-manager', 'unit-secretary', 'organiser', 'administrator'],
	'person.read': [
		'school-head',
		'class-manager',
		'unit-secretary',
		'organiser',
		'auditor',
		'administrator'
	],
	'card.issue': ['school-head', 'class-manager', 'unit-secretary', 'organiser', 'administrator'],
	'consent.record': ['school-head', 'class-manager', 'organiser', 'administrator'],
	'account.create': ['administrator'],
	'token.create': ['administrator'],
	'plan.import': ['administrator'],
	'bank.import': ['organiser', 'administrator'],
	'bank.read': ['author', 'reviewer', 'organiser', 'auditor', 'administrator'],
	'contest.import': ['organiser', 'administrator'],
	'contest.manage': ['organiser', 'administrator'],
	'result.import': ['organiser', 'administrator'],
	'result.publish': ['organiser', 'administrator'],
	'publication.export-full': ['auditor', 'administrator'],
	'participation.read': [
		'school-head',
		'unit-secretary',
		'organiser',
		'official',
		'auditor',
		'administrator'
	],
	'activity.record': ['school-head', 'unit-secretary', 'organiser', 'administrator'],
	'activity.confirm': ['school-head', 'unit-secretary'],
	'activity.import': ['administrator'],
	'verdict.read': [
		'school-head',
		'unit-secretary',
		'organiser',
		'official',
		'auditor',
		'administrator'
	],
	'instance.operate': ['administrator']
} as const satisfies Record<string, readonly Role[]>;

export type Ability = keyof typeof abilities;
export const abilityTable: Readonly<Record<Ability, readonly Role[]>> = abilities;

/**
 * May this actor do this at a unit? `lineage` is the unit itself and all its ancestors, in every tree,
 * on the day of the question. An empty lineage asks about the whole instance.
 */
export function permits(actor: Actor, ability: Ability, lineage: readonly string[]): boolean {
	if (actor.kind === 'operator') return true;
	const allowed = abilityTable[ability];
	return actor.posts.some(
		(post) =>
			allowed.includes(post.role) && (post.unitKey === null || lineage.includes(post.unitKey))
	);
}

/** Does the actor hold a post with this ability anywhere? For lists and menus; each row is asked again. */
export function permitsSomewhere(actor: Actor, ability: Ability): boolean {
	return (
		actor.kind === 'operator' ||
		actor.posts.some((post) => abilityTable[ability].includes(post.role))
	);
}
