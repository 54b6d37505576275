import type { Day, Period } from '#lib/kernel/instant.ts';
import type { Fault } from '#lib/kernel/json-file.ts';
import { intersection, isWithin } from './period.ts';
import type { UnitEventRecord, UnitRecord } from './unit-record.ts';
import type { UnitTree } from './unit.ts';

/** Every unit by key: what is stored, with the file's records laid over it. */
export type UnitWorld = ReadonlyMap<string, UnitRecord>;

export interface UnitFile {
	readonly units: readonly UnitRecord[];
	readonly events: readonly UnitEventRecord[];
}

export function worldWith(stored: readonly UnitRecord[], units: readonly UnitRecord[]): UnitWorld {
	return new Map([...stored, ...units].map((unit) => [unit.key, unit]));
}

/** All that is wrong with a units file in this world; each with the pointer of the record it is about. */
export function unitFaults(file: UnitFile, world: UnitWorld): Fault[] {
	return [
		...doubledFaults(
			file.units.map((unit) => unit.key),
			'/units'
		),
		...file.units.flatMap((unit, i) => [
			...periodFaults(unit, `/units/${i}`),
			...parentFaults(unit, world, `/units/${i}`),
			...circleFaults(unit, world, `/units/${i}`)
		]),
		...orphanFaults(file, world),
		...doubledFaults(
			file.events.map((event) => event.id),
			'/events'
		),
		...file.events.flatMap((event, i) => eventFaults(event, world, `/events/${i}`))
	];
}

function doubledFaults(keys: readonly string[], pointer: string): Fault[] {
	const seen = new Set<string>();
	return keys.flatMap((key, i): Fault[] => {
		if (seen.has(key)) return [{ pointer: `${pointer}/${i}`, code: 'doubled-key', facts: { key } }];
		seen.add(key);
		return [];
	});
}

const lifeOf = (unit: UnitRecord): Period => ({ from: unit.opened, to: unit.closed });

function periodFaults(unit: UnitRecord, pointer: string): Fault[] {
	const life = lifeOf(unit);
	if (!isInOrder(life)) return [{ pointer, code: 'days-out-of-order' }];
	return [
		...overlaps(unit.names, pointer, 'names'),
		...overlaps(unit.edges, pointer, 'edges'),
		...[
			...unit.names.map((part, i) => ({ part, at: `names/${i}` })),
			...unit.edges.map((part, i) => ({ part, at: `edges/${i}` }))
		].flatMap(({ part, at }): Fault[] => {
			if (!isInOrder(part)) return [{ pointer: `${pointer}/${at}`, code: 'days-out-of-order' }];
			if (!isWithin(part, life)) return [{ pointer: `${pointer}/${at}`, code: 'outside-life' }];
			return [];
		})
	];
}

function isInOrder(period: Period): boolean {
	return period.to === null || period.from < period.to;
}

/** Two names, or two parents in one tree, on the same day. */
function overlaps(
	parts: readonly (Period & { readonly tree?: UnitTree })[],
	pointer: string,
	field: 'names' | 'edges'
): Fault[] {
	return parts.flatMap((part, i) =>
		parts.slice(0, i).some((other) => other.tree === part.tree && intersection(part, other))
			? [{ pointer: `${pointer}/${field}/${i}`, code: `${field}-overlap` }]
			: []
	);
}

function parentFaults(unit: UnitRecord, world: UnitWorld, pointer: string): Fault[] {
	return unit.edges.flatMap((edge, i): Fault[] => {
		const parent = world.get(edge.parent);
		const at = { pointer: `${pointer}/edges/${i}`, facts: { key: edge.parent } };
		if (!parent) return [{ ...at, code: 'unknown-parent' }];
		return isWithin(edge, lifeOf(parent)) ? [] : [{ ...at, code: 'parent-not-open' }];
	});
}

const ALWAYS: Period = { from: '0001-01-01' as Day, to: null };

function circleFaults(unit: UnitRecord, world: UnitWorld, pointer: string): Fault[] {
	const trees = [...new Set(unit.edges.map((edge) => edge.tree))];
	const circle = trees.find((tree) =>
		reaches({ key: unit.key, tree, world, below: [] }, unit.key, ALWAYS)
	);
	return circle ? [{ pointer, code: 'circle', facts: { tree: circle } }] : [];
}

interface Climb {
	/** The unit looked for among the ancestors. */
	readonly key: string;
	readonly tree: UnitTree;
	readonly world: UnitWorld;
	/** The units already passed on the way up. */
	readonly below: readonly string[];
}

/** Is `climb.key` above `from` on some day of `period`? */
function reaches(climb: Climb, from: string, period: Period): boolean {
	const edges = climb.world.get(from)?.edges ?? [];
	const higher = { ...climb, below: [...climb.below, from] };
	return edges.some((edge) => {
		const days = edge.tree === climb.tree ? intersection(edge, period) : undefined;
		if (!days) return false;
		if (edge.parent === climb.key) return true;
		return !climb.below.includes(edge.parent) && reaches(higher, edge.parent, days);
	});
}

/** Stored units outside the file that would stand under a parent on days it is not open. */
function orphanFaults(file: UnitFile, world: UnitWorld): Fault[] {
	const inFile = new Map(file.units.map((unit, i) => [unit.key, i]));
	return [...world.values()]
		.filter((unit) => !inFile.has(unit.key))
		.flatMap((unit) => unit.edges.map((edge) => ({ unit, edge })))
		.flatMap(({ unit, edge }): Fault[] => {
			const parent = world.get(edge.parent);
			const i = inFile.get(edge.parent);
			if (!parent || i === undefined || isWithin(edge, lifeOf(parent))) return [];
			return [{ pointer: `/units/${i}`, code: 'child-left-out', facts: { key: unit.key } }];
		});
}

function eventFaults(event: UnitEventRecord, world: UnitWorld, pointer: string): Fault[] {
	const sides = ['from', 'to'] as const;
	return sides.flatMap((side) =>
		event[side].flatMap((key, i): Fault[] => {
			const at = { pointer: `${pointer}/${side}/${i}`, facts: { key } };
			if (!world.has(key)) return [{ ...at, code: 'unknown-unit' }];
			return event[side].indexOf(key) < i ? [{ ...at, code: 'doubled-key' }] : [];
		})
	);
}
