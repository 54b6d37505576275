import type { ParticipationRow } from '#lib/participation/view-participation.server.ts';

/** What a person should look at in one row. */
export interface Concern {
	readonly key: string;
	readonly name: string;
	readonly kind: 'missing' | 'over';
	/** Missing: units without a headcount, of all. Over: people, of the headcount. */
	readonly n: number;
	readonly d: number;
}

/**
 * Rows with people whose headcount is missing, wholly or in part, and rows with more people than their headcount.
 * The unit itself (the first row) is named only where it has no children to name instead.
 */
export function concernsOf(rows: readonly ParticipationRow[]): Concern[] {
	const [itself, ...children] = rows;
	const asked = children.length > 0 ? children : itself ? [itself] : [];
	return asked.filter(({ registered }) => registered > 0).flatMap(concernsOfRow);
}

function concernsOfRow({ key, name, rate, coverage }: ParticipationRow): Concern[] {
	const missing = coverage[1] - coverage[0];
	const [people, headcount] = rate ?? [0, 0];
	return [
		...(missing > 0 ? [{ key, name, kind: 'missing' as const, n: missing, d: coverage[1] }] : []),
		...(people > headcount ? [{ key, name, kind: 'over' as const, n: people, d: headcount }] : [])
	];
}
