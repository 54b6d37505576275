import type { Day } from '#lib/kernel/instant.ts';

/** Kinds of units, as in units.json (contract §3). Level names are data, never a rule (domain §5.1). */
export const unitKinds = [
	'country',
	'province',
	'district',
	'commune',
	'agency',
	'department',
	'school',
	'class',
	'doan',
	'chi_doan'
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** Parallel hierarchies. Counts add up within one tree, never across trees (domain §5.1). */
export const unitTrees = ['admin', 'doan', 'education'] as const;
export type UnitTree = (typeof unitTrees)[number];

/** Levels of schooling a school teaches: nursery, primary, lower and upper secondary, continuing, college, university. */
export const schoolLevels = ['mn', 'th', 'thcs', 'thpt', 'gdtx', 'cd', 'dh'] as const;
export type SchoolLevel = (typeof schoolLevels)[number];

export const unitEventKinds = ['merge', 'split', 'rename', 'transfer', 'dissolve'] as const;
export type UnitEventKind = (typeof unitEventKinds)[number];

/** A unit without what changes by day. Open on `[opened, closed)`. */
export interface Unit {
	readonly key: string;
	readonly kind: UnitKind;
	/** The state's code: it may pass to another unit, so it is never a key (domain §5.2). */
	readonly code: string | null;
	readonly levels: readonly SchoolLevel[];
	readonly opened: Day;
	readonly closed: Day | null;
}

/** A unit with its name on some day. */
export interface UnitOnDay extends Unit {
	readonly name: string;
}

export function isOpenOn(unit: Pick<Unit, 'opened' | 'closed'>, on: Day): boolean {
	return unit.opened <= on && (unit.closed === null || on < unit.closed);
}
