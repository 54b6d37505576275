import { covers, type Day } from '#lib/kernel/instant.ts';
import { byCodeUnit, folded } from '#lib/kernel/text.ts';
import type { UnitRecord } from '#lib/units/unit-record.ts';
import { isOpenOn } from '#lib/units/unit.ts';
import type { RosterRow } from './roster-file.ts';

/** Where a row's person goes: a unit that exists, or a class that the school is to open. */
export type Place =
	| { readonly kind: 'unit'; readonly unitKey: string; readonly from: Day }
	| {
			readonly kind: 'new-class';
			readonly schoolKey: string;
			readonly className: string;
			readonly from: Day;
	  };

export type PlaceFound =
	| { readonly ok: true; readonly place: Place }
	| {
			readonly ok: false;
			readonly column: 'unit' | 'class';
			readonly code:
				| 'roster-unit-unknown'
				| 'roster-unit-ambiguous'
				| 'roster-unit-closed'
				| 'roster-class-unknown';
	  };

type Finder = (row: Pick<RosterRow, 'unitName' | 'className'>) => PlaceFound;

/**
 * Resolves "Đơn vị" by its name below `rootKey` (or the root itself, also where the cell is blank) and
 * "Lớp" as a class below that. Names and trees are those of `from`; of a unit that opened later, those of
 * its first day, on which the membership begins. A class that does not exist is to be opened, if its unit
 * is a school (contract §3, roster).
 */
export function placeFinder(world: readonly UnitRecord[], rootKey: string, from: Day): Finder {
	const byKey = new Map(world.map((unit) => [unit.key, unit]));
	const dayFor = (unit: UnitRecord): Day => (unit.opened > from ? unit.opened : from);
	const isBelow = (unit: UnitRecord, ancestor: string, on: Day): boolean =>
		unit.key === ancestor ||
		parentsOn(unit, on).some((key) => {
			const parent = byKey.get(key);
			return parent !== undefined && isBelow(parent, ancestor, on);
		});
	const byName = Map.groupBy(world, (unit) => bareName(nameOn(unit, dayFor(unit))));

	function findUnitNamed(name: string): UnitRecord | PlaceFound {
		if (name === '') return byKey.get(rootKey) ?? no('unit', 'roster-unit-unknown');
		const named = byName.get(bareName(name)) ?? [];
		const below = named.filter((unit) => isBelow(unit, rootKey, dayFor(unit)));
		const open = below.filter((unit) => isOpenOn(unit, dayFor(unit)));
		if (open.length === 1) return open[0] as UnitRecord;
		if (open.length > 1) return no('unit', 'roster-unit-ambiguous');
		return no('unit', below.length > 0 ? 'roster-unit-closed' : 'roster-unit-unknown');
	}

	function findClass(school: UnitRecord, className: string): PlaceFound {
		const classes = (byName.get(bareName(className)) ?? [])
			.filter((unit) => isOpenOn(unit, dayFor(unit)))
			.filter((unit) => parentsOn(unit, dayFor(unit)).includes(school.key))
			.sort((a, b) => byCodeUnit(a.opened, b.opened));
		const found = classes[0];
		if (found) return at({ kind: 'unit', unitKey: found.key, from: dayFor(found) });
		if (school.kind !== 'school') return no('class', 'roster-class-unknown');
		return at({ kind: 'new-class', schoolKey: school.key, className, from: dayFor(school) });
	}

	return ({ unitName, className }) => {
		const unit = findUnitNamed(unitName);
		if ('ok' in unit) return unit;
		if (!isOpenOn(unit, dayFor(unit))) return no('unit', 'roster-unit-closed');
		if (className !== '' && !isThatClass(unit, className)) return findClass(unit, className);
		return at({ kind: 'unit', unitKey: unit.key, from: dayFor(unit) });
	};

	/** The list of one class, loaded with `--unit` that class, names the class again in each row. */
	function isThatClass(unit: UnitRecord, className: string): boolean {
		return unit.kind === 'class' && bareName(nameOn(unit, dayFor(unit))) === bareName(className);
	}
}

function at(place: Place): PlaceFound {
	return { ok: true, place };
}

function no(
	column: 'unit' | 'class',
	code: Extract<PlaceFound, { ok: false }>['code']
): Extract<PlaceFound, { ok: false }> {
	return { ok: false, column, code };
}

function bareName(name: string): string {
	return folded(name).replace(/^lop /, '');
}

function nameOn(unit: UnitRecord, on: Day): string {
	return (unit.names.find((name) => covers(name, on)) ?? unit.names.at(-1))?.name ?? unit.key;
}

function parentsOn(unit: UnitRecord, on: Day): string[] {
	return unit.edges.filter((edge) => covers(edge, on)).map((edge) => edge.parent);
}
