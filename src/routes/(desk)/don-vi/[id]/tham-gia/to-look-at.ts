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
 * Units with more people than their headcount, the unit itself among them, and units with people whose headcount is
 * missing. A unit that has a headcount needs none of those within it: classes of a school are not asked.
 */
export function concernsOf(rows: readonly ParticipationRow[]): Concern[] {
	const [itself, ...children] = rows;
	if (!itself) return [];
	const entered = children.filter(({ registered }) => (registered ?? 0) > 0);
	const below = entered.flatMap(missingHeadcount);
	// One that nobody is entered from is among those that the unit's own coverage counts.
	const missing = below.length > 0 ? below : missingHeadcount(itself);
	return [
		...[itself, ...entered].flatMap(overHeadcount),
		...(itself.headcount === null ? missing : [])
	];
}

function overHeadcount({ key, name, headcount, rate }: ParticipationRow): Concern[] {
	if (headcount === null || rate === null || rate[0] <= rate[1]) return [];
	return [{ key, name, kind: 'over', n: rate[0], d: rate[1] }];
}

function missingHeadcount({ key, name, registered, coverage }: ParticipationRow): Concern[] {
	const n = coverage[1] - coverage[0];
	return n > 0 && (registered ?? 0) > 0 ? [{ key, name, kind: 'missing', n, d: coverage[1] }] : [];
}
