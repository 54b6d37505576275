import {
	addDays,
	day,
	startOfDay,
	type Day,
	type Instant,
	type Period
} from '#lib/kernel/instant.ts';

/**
 * The days whose facts an indicator counts, `[from, to)` (contract §2, Evidence): `year` runs from 1 January
 * of the as-of year, `period` from the plan's first day; both up to and including as-of.
 */
export function windowOf(kind: 'year' | 'period', plan: Period, asOf: Day): Period {
	const from = kind === 'year' ? day(`${asOf.slice(0, 4)}-01-01`) : plan.from;
	return { from, to: addDays(asOf, 1) };
}

/**
 * Does a published contest count in the window, whenever it was published? It is held on the day that its last
 * instant belongs to: closing at midnight ends the day before.
 */
export function closedWithin(
	{ closedAt }: { readonly closedAt: Instant },
	window: Period
): boolean {
	return (
		startOfDay(window.from) < closedAt && (window.to === null || closedAt <= startOfDay(window.to))
	);
}
