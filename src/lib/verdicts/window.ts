import { addDays, day, type Day, type Period } from '#lib/kernel/instant.ts';

/**
 * The days whose facts an indicator counts, `[from, to)` (contract §2, Evidence): `year` runs from 1 January
 * of the as-of year, `period` from the plan's first day; both up to and including as-of.
 */
export function windowOf(kind: 'year' | 'period', plan: Period, asOf: Day): Period {
	const from = kind === 'year' ? day(`${asOf.slice(0, 4)}-01-01`) : plan.from;
	return { from, to: addDays(asOf, 1) };
}
