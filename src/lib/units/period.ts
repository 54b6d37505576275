import type { Day, Period } from '#lib/kernel/instant.ts';

/** The days that both periods have; undefined when there is none. */
export function intersection(a: Period, b: Period): Period | undefined {
	const from = a.from > b.from ? a.from : b.from;
	const to = earlierEnd(a.to, b.to);
	return to === null || from < to ? { from, to } : undefined;
}

function earlierEnd(a: Day | null, b: Day | null): Day | null {
	if (a === null) return b;
	return b === null || a < b ? a : b;
}

export function isWithin(inner: Period, outer: Period): boolean {
	return (
		outer.from <= inner.from && (outer.to === null || (inner.to !== null && inner.to <= outer.to))
	);
}
