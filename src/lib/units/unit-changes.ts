import { canonicalJson } from '#lib/kernel/canonical-json.ts';
import { byCodeUnit } from '#lib/kernel/text.ts';
import type { UnitEventRecord, UnitRecord } from './unit-record.ts';

export type Fate = 'new' | 'same' | 'changed' | 'moved';

/** What a record does to what is stored: `moved` when its place in a tree changes. */
export function unitFate(unit: UnitRecord, stored: UnitRecord | undefined): Fate {
	if (!stored) return 'new';
	if (edgesOf(unit) !== edgesOf(stored)) return 'moved';
	return factsOf(unit) === factsOf(stored) ? 'same' : 'changed';
}

export function eventFate(event: UnitEventRecord, stored: UnitEventRecord | undefined): Fate {
	if (!stored) return 'new';
	return eventFacts(event) === eventFacts(stored) ? 'same' : 'changed';
}

function edgesOf({ edges }: UnitRecord): string {
	return canonicalJson(edges.map((edge) => canonicalJson(edge)).sort(byCodeUnit));
}

function factsOf(unit: UnitRecord): string {
	return canonicalJson({
		...unit,
		edges: null,
		levels: [...unit.levels].sort(byCodeUnit),
		names: unit.names.map((name) => canonicalJson(name)).sort(byCodeUnit)
	});
}

function eventFacts({ from, to, ...event }: UnitEventRecord): string {
	return canonicalJson({
		...event,
		from: [...from].sort(byCodeUnit),
		to: [...to].sort(byCodeUnit)
	});
}

/** How many records met each fate, in the shape of an import's counts. */
export function tally(fates: readonly Fate[]): Record<Fate, number> {
	const counts = { new: 0, same: 0, changed: 0, moved: 0 };
	for (const fate of fates) counts[fate]++;
	return counts;
}
