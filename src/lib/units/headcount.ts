import { day, type Day } from '#lib/kernel/instant.ts';
import type { Audience } from './audience.ts';
import type { UnitTree } from './unit.ts';

export type HeadcountFlag = 'inconsistent' | 'summed';

/** How many people of an audience a unit's whole subtree has, and what to know about the number. */
export interface Headcount {
	readonly value: number;
	/** `summed`: no declaration of its own. `inconsistent`: it declares less than its children together. */
	readonly flags: readonly HeadcountFlag[];
}

/** Children by parent in one tree on the day, and the declaration in force of each unit that has one. */
export interface HeadcountBook {
	readonly childrenOf: ReadonlyMap<string, readonly string[]>;
	readonly declared: ReadonlyMap<string, number>;
}

/** A unit of the subtree with its parents in it and its declaration in force, null when it has none. */
export interface DeclaredUnit {
	readonly key: string;
	readonly parents: readonly string[];
	readonly value: number | null;
	readonly asOf: Day | null;
}

export function headcountBook(units: readonly DeclaredUnit[]): HeadcountBook {
	const childrenOf = new Map<string, string[]>();
	const declared = new Map<string, number>();
	for (const unit of units) {
		for (const parent of unit.parents)
			childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), unit.key]);
		if (unit.value !== null) declared.set(unit.key, unit.value);
	}
	return { childrenOf, declared };
}

/** The tree whose children are summed: members by the organisation, everybody else by the place. */
export function treeOfAudience(audience: Audience): UnitTree {
	return audience === 'doan_vien' || audience === 'thanh_nien' ? 'doan' : 'admin';
}

/**
 * h(u): the declaration in force, else the sum of the children if all have one, else null (contract
 * "Counting"). A declaration below the sum of those children that have a number is `inconsistent`.
 */
export function headcountOf(unitKey: string, book: HeadcountBook): Headcount | null {
	const children = book.childrenOf.get(unitKey) ?? [];
	const known = children.map((key) => headcountOf(key, book)?.value).filter(isNumber);
	const sum = known.reduce((total, value) => total + value, 0);
	const declared = book.declared.get(unitKey);
	if (declared !== undefined)
		return { value: declared, flags: declared < sum ? ['inconsistent'] : [] };
	if (children.length === 0 || known.length < children.length) return null;
	return { value: sum, flags: ['summed'] };
}

function isNumber(value: number | undefined): value is number {
	return value !== undefined;
}

/** The oldest day on which a declaration still counts at `asOf`: 12 months before, that day included. */
export function oldestDeclaration(asOf: Day): Day {
	const yearBefore = `${String(Number(asOf.slice(0, 4)) - 1).padStart(4, '0')}${asOf.slice(4)}`;
	return day(yearBefore.endsWith('-02-29') ? yearBefore.replace(/29$/, '28') : yearBefore);
}

interface DatedValue {
	readonly unitKey: string;
	readonly audience: Audience;
	readonly asOf: Day;
	readonly value: number;
}

/** The units as they would be with these declarations added: one of a later or the same day takes over. */
export function withDeclarations(
	units: readonly DeclaredUnit[],
	added: readonly DatedValue[],
	{ audience, asOf }: { readonly audience: Audience; readonly asOf: Day }
): DeclaredUnit[] {
	const oldest = oldestDeclaration(asOf);
	const inForce = added
		.filter((row) => row.audience === audience && row.asOf >= oldest && row.asOf <= asOf)
		.sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
	const latest = new Map(inForce.map((row) => [row.unitKey, row]));
	return units.map((unit) => {
		const row = latest.get(unit.key);
		if (!row || (unit.asOf !== null && unit.asOf > row.asOf)) return unit;
		return { ...unit, value: row.value, asOf: row.asOf };
	});
}
