import { addDays, type Day } from '#lib/kernel/instant.ts';

/**
 * The day a page judges a plan on when nobody names one: today, or the last day of the plan's period once
 * that is over, so that an old plan shows how it ended and not the empty year after it.
 */
export function defaultAsOf(plan: { readonly periodTo: Day }, today: Day): Day {
	const lastDay = addDays(plan.periodTo, -1);
	return lastDay < today ? lastDay : today;
}

/** The last day of each year of the period that has begun, oldest first; today, or the period's last day, ends the row. */
export function yearEnds(
	plan: { readonly periodFrom: Day; readonly periodTo: Day },
	today: Day
): { readonly year: string; readonly asOf: Day }[] {
	const last = defaultAsOf(plan, today);
	const ends = [];
	for (let year = Number(plan.periodFrom.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
		const end = `${year}-12-31` as Day;
		ends.push({ year: String(year), asOf: end < last ? end : last });
	}
	return ends;
}
