import type { Day } from '#lib/kernel/instant.ts';

/** The first day (5 September, khai giảng) of the school year that a day lies in. */
export function schoolYearStart(on: Day): Day {
	const year = Number(on.slice(0, 4));
	const first = `${year}-09-05` as Day;
	return on >= first ? first : (`${year - 1}-09-05` as Day);
}
