import { addDays, covers, type Day } from '#lib/kernel/instant.ts';
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

/**
 * Resolves "Đơn vị" by its name below a root unit (or the root itself, also where the cell is blank) and
 * "Lớp" as a class below that. Names and trees are those of `from`; of a unit that opened later, those of
 * its first day, on which the membership begins. A class that does not exist is to be opened, if its unit
 * is a school (contract §3, roster).
 */
export class PlaceFinder {
	private readonly byKey: ReadonlyMap<string, UnitRecord>;
	private readonly byName: ReadonlyMap<string, readonly UnitRecord[]>;
	private readonly rootKey: string;
	private readonly from: Day;

	constructor(world: readonly UnitRecord[], rootKey: string, from: Day) {
		this.rootKey = rootKey;
		this.from = from;
		this.byKey = new Map(world.map((unit) => [unit.key, unit]));
		this.byName = Map.groupBy(world, (unit) => this.nameOf(unit));
	}

	find({ unitName, className }: Pick<RosterRow, 'unitName' | 'className'>): PlaceFound {
		const unit = unitName === '' ? this.byKey.get(this.rootKey) : this.unitNamed(unitName);
		if (!unit) return no('unit', 'roster-unit-unknown');
		if ('ok' in unit) return unit;
		if (!this.isOpen(unit)) return no('unit', 'roster-unit-closed');
		// The list of one class, loaded under that class, names the class again in each row.
		const itself = unit.kind === 'class' && this.nameOf(unit) === bareName(className);
		if (className !== '' && !itself) return this.classOf(unit, className);
		return at({ kind: 'unit', unitKey: unit.key, from: this.beginning(unit) });
	}

	private unitNamed(name: string): UnitRecord | PlaceFound {
		const below = (this.byName.get(bareName(name)) ?? []).filter((unit) => this.isBelowRoot(unit));
		const open = below.filter((unit) => this.isOpen(unit));
		if (open.length === 1) return open[0] as UnitRecord;
		if (open.length > 1) return no('unit', 'roster-unit-ambiguous');
		return no('unit', below.length > 0 ? 'roster-unit-closed' : 'roster-unit-unknown');
	}

	private classOf(unit: UnitRecord, className: string): PlaceFound {
		const [found] = (this.byName.get(bareName(className)) ?? [])
			.filter((one) => this.isOpen(one) && parentsOn(one, this.dayOf(one)).includes(unit.key))
			.sort((a, b) => byCodeUnit(a.opened, b.opened));
		if (found) return at({ kind: 'unit', unitKey: found.key, from: this.beginning(found) });
		if (unit.kind !== 'school') return no('class', 'roster-class-unknown');
		const from = this.beginning(unit);
		return at({ kind: 'new-class', schoolKey: unit.key, className, from });
	}

	private isBelowRoot(unit: UnitRecord): boolean {
		const on = this.dayOf(unit);
		const climb = (key: string): boolean =>
			key === this.rootKey || parentsOn(this.byKey.get(key), on).some(climb);
		return climb(unit.key);
	}

	/** The first day on which somebody of this list can be in the unit. */
	private beginning(unit: UnitRecord): Day {
		return unit.opened > this.from ? unit.opened : this.from;
	}

	private isOpen(unit: UnitRecord): boolean {
		return isOpenOn(unit, this.beginning(unit));
	}

	/** The day whose name and parents count: that beginning, or the last day of a closed unit. */
	private dayOf(unit: UnitRecord): Day {
		return this.isOpen(unit) ? this.beginning(unit) : addDays(unit.closed as Day, -1);
	}

	private nameOf(unit: UnitRecord): string {
		return bareName(unit.names.find((name) => covers(name, this.dayOf(unit)))?.name ?? unit.key);
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

function parentsOn(unit: UnitRecord | undefined, on: Day): string[] {
	return (unit?.edges ?? []).filter((edge) => covers(edge, on)).map((edge) => edge.parent);
}
