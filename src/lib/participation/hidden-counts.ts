import { measures, type Measure } from './measures.ts';

/** What of a row the hiding of counts asks; null: hidden. */
export interface HideableRow extends Record<Measure, number | null> {
	/** Completed people over the headcount. */
	readonly rate: readonly [number, number] | null;
}

/** The smallest number of people that everybody may be told. */
export const SMALLEST_SHOWN = 5;

/** The row without these counts, and without a rate that would tell them. */
export function hiding<Row extends HideableRow>(hidden: ReadonlySet<Measure>, row: Row): Row {
	const gone = Object.fromEntries([...hidden].map((measure) => [measure, null]));
	return { ...row, ...gone, rate: hidden.has('completed') ? null : row.rate };
}

/**
 * A table (the unit itself, then its children) as everybody may see it: no count of one to four people, nor of
 * their attempts. A lone hidden count would be what the others leave of the whole, so the next smallest goes too.
 */
export function withoutSmallCounts<Row extends HideableRow>(rows: readonly Row[]): Row[] {
	const gone = rows.map(() => new Set<Measure>());
	for (const measure of measures)
		for (const at of hiddenRows(rows, measure)) gone[at]?.add(measure);
	return rows.map((row, at) => {
		const hidden = gone[at] ?? new Set<Measure>();
		if (hidden.has('completed')) hidden.add('attempts');
		const { rate, ...rest } = hiding(hidden, row);
		return { ...rest, rate: isSmall(rate?.[0] ?? 0) ? null : rate } as Row;
	});
}

/** Places of the rows whose count is too small, and of the one that keeps a lone such child hidden. */
function hiddenRows(rows: readonly HideableRow[], measure: Measure): number[] {
	const counts = rows.map((row) => row[measure] ?? 0);
	const small = counts.flatMap((count, at) => (isSmall(count) ? [at] : []));
	const children = small.filter((at) => at > 0);
	if (children.length !== 1 || small.includes(0)) return small;
	const shown = counts.flatMap((count, at) => (at > 0 && count >= SMALLEST_SHOWN ? [at] : []));
	const next = shown.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))[0];
	return next === undefined ? small : [...small, next];
}

function isSmall(count: number): boolean {
	return count > 0 && count < SMALLEST_SHOWN;
}
