import { addDays, covers, type Day } from '#lib/kernel/instant.ts';
import type { UnitEventRecord, UnitRecord } from './unit-record.ts';
import { isOpenOn, type UnitTree } from './unit.ts';

/** Contract "Readings": `as-was` is the tree of the day of the facts, `as-now` the tree of today. */
export const readings = ['as-was', 'as-now'] as const;
export type Reading = (typeof readings)[number];

/** The organisation through time, as far as lineage asks about it. */
export interface LineageBook {
	readonly units: ReadonlyMap<string, Pick<UnitRecord, 'opened' | 'closed' | 'edges'>>;
	/** Oldest first. */
	readonly events: readonly UnitEventRecord[];
}

export function lineageBook(
	units: readonly UnitRecord[],
	events: readonly UnitEventRecord[]
): LineageBook {
	const byDay = [...events].sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
	return { units: new Map(units.map((unit) => [unit.key, unit])), events: byDay };
}

/** The days after `since` up to and with `on`. */
export interface Span {
	readonly since: Day;
	readonly on: Day;
}

/**
 * What has become of a unit between two days: itself when no event took it up, else all units that the
 * events left, many to many (domain §5.2). Each event is followed once; those of one day may follow each other.
 */
export function successorsOf(book: LineageBook, key: string, { since, on }: Span): string[] {
	let keys = new Set([key]);
	let waiting = book.events.filter((e) => since < e.effectiveOn && e.effectiveOn <= on);
	for (;;) {
		const next = waiting.find((event) => event.from.some((from) => keys.has(from)));
		if (!next) return [...keys].sort();
		waiting = waiting.filter((event) => event !== next && event.effectiveOn >= next.effectiveOn);
		keys = new Set([...[...keys].filter((had) => !next.from.includes(had)), ...next.to]);
	}
}

/** Where a unit's facts stand in a reading. */
export interface Placing {
	/** The unit itself, or what has become of it; several when it was divided among successors. */
	readonly at: readonly string[];
	/** Every unit whose sum holds all of the facts: nearest first, the unit itself included when it stands alone. */
	readonly under: readonly string[];
}

export interface PlacingQuestion {
	readonly tree: UnitTree;
	readonly reading: Reading;
	readonly asOf: Day;
	readonly today: Day;
}

/**
 * Places a unit by the tree of as-of (as-was), or by today's (as-now), where a closed unit stands with its
 * successors. Divided among several it stands under what they have in common, so that nothing is counted
 * twice and the sums at the root are equal under both readings (P1).
 */
export function placeUnit(book: LineageBook, key: string, question: PlacingQuestion): Placing {
	const { tree, reading, asOf, today } = question;
	if (reading === 'as-was') return { at: [key], under: pathOf(book, key, { tree, on: asOf }) };
	return placeToday(book, key, { tree, span: { since: asOf, on: today } });
}

function placeToday(
	book: LineageBook,
	key: string,
	{ tree, span }: { readonly tree: UnitTree; readonly span: Span }
): Placing {
	const unit = book.units.get(key);
	const at = successorsOf(book, key, span);
	if (!unit || at.length > 1 || at[0] !== key || isOpenOn(unit, span.on)) {
		const paths = at.map((successor) => pathOf(book, successor, { tree, on: span.on }));
		const [first = [], ...others] = paths;
		return { at, under: first.filter((above) => others.every((path) => path.includes(above))) };
	}
	// Closed with no successor, as a class is at the end of its year: it stays with its last parent.
	const parent = parentOn(book, key, { tree, on: lastDay(unit.closed, span.on) });
	const above = parent === undefined ? [] : placeToday(book, parent, { tree, span }).under;
	return { at, under: [key, ...above] };
}

interface TreeOnDay {
	readonly tree: UnitTree;
	readonly on: Day;
}

/** The unit and its ancestors in one tree, nearest first; of a closed unit on its last day. */
export function pathOf(book: LineageBook, key: string, { tree, on }: TreeOnDay): string[] {
	const unit = book.units.get(key);
	if (!unit) return [];
	const during = { tree, on: unit.opened > on ? unit.opened : lastDay(unit.closed, on) };
	const path: string[] = [];
	for (let at: string | undefined = key; at !== undefined; at = parentOn(book, at, during)) {
		if (path.includes(at)) throw new Error(`a circle of units at ${at} on ${during.on}`);
		path.push(at);
	}
	return path;
}

function parentOn(book: LineageBook, key: string, { tree, on }: TreeOnDay): string | undefined {
	const edges = book.units.get(key)?.edges ?? [];
	return edges.find((edge) => edge.tree === tree && covers(edge, on))?.parent;
}

function lastDay(closed: Day | null, on: Day): Day {
	return closed !== null && closed <= on ? addDays(closed, -1) : on;
}

/** The row of a table under which a placed unit falls; null when it is divided among several rows or in none. */
export function rowOf(placing: Placing, rows: readonly string[]): string | null {
	return placing.under.find((key) => rows.includes(key)) ?? null;
}

/** Under which units a reading of the issuer's figures stands: itself as it was, or its successors of today. */
export function rootsOf(book: LineageBook, issuer: string, question: PlacingQuestion): string[] {
	if (question.reading === 'as-was') return [issuer];
	const since = lastDay(book.units.get(issuer)?.closed ?? null, question.asOf);
	return successorsOf(book, issuer, { since, on: question.today });
}
