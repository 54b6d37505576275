import type { Fault } from '#lib/kernel/json-file.ts';
import type { Band, Rules } from './rules.ts';

/** What rules may refer to. */
export interface Declared {
	readonly rounds: readonly string[];
	readonly groups: readonly string[];
}

/**
 * What no single field shows: references to rounds, groups and scopes, doubled ids, bands out of order,
 * a formula without its numbers (contract §3, §4.12). Pointers begin inside RULES.
 */
export function rulesFaults(rules: Rules, declared: Declared): Fault[] {
	return [
		...prizeFaults(rules, declared),
		...doubled(rules.prizes, (prize) => prize.id, { pointer: '/prizes', code: 'doubled-prize' }),
		...collectiveFaults(rules),
		...advancementFaults(rules, declared),
		...(rules.minAge !== null && rules.maxAge !== null && rules.minAge > rules.maxAge
			? [{ pointer: '/minAge', code: 'ages-out-of-order' }]
			: [])
	];
}

/** Later of two with the same id, at `pointer/<position>`. */
export function doubled<T>(
	list: readonly T[],
	idOf: (value: T) => string,
	{ pointer, code }: Pick<Fault, 'pointer' | 'code'>
): Fault[] {
	const seen = new Set<string>();
	return list.flatMap((value, index) => {
		const id = idOf(value);
		const again = seen.has(id);
		seen.add(id);
		return again ? [{ pointer: `${pointer}/${index}`, code, facts: { id } }] : [];
	});
}

function prizeFaults(rules: Rules, declared: Declared): Fault[] {
	return rules.prizes.flatMap((prize, index) => {
		const at = `/prizes/${index}`;
		const faults: Fault[] = [];
		if (prize.on !== 'final' && !declared.rounds.includes(prize.on))
			faults.push({ pointer: `${at}/on`, code: 'unknown-round', facts: { id: prize.on } });
		if (prize.group !== null && !declared.groups.includes(prize.group))
			faults.push({ pointer: `${at}/group`, code: 'unknown-group', facts: { id: prize.group } });
		if (!Object.hasOwn(rules.scopes, prize.scope))
			faults.push({ pointer: `${at}/scope`, code: 'unknown-scope', facts: { id: prize.scope } });
		return faults;
	});
}

function collectiveFaults({ collective }: Rules): Fault[] {
	if (collective === null) return [];
	const { formula, weights, k, bands } = collective;
	const faults: Fault[] = [];
	if ((formula === 'M3' || formula === 'M6') && weights === null)
		faults.push({ pointer: '/collective', code: 'weights-needed', facts: { formula } });
	if (formula === 'M5' && k === null) faults.push({ pointer: '/collective', code: 'k-needed' });
	if (bands !== null && !ascending(bands))
		faults.push({ pointer: '/collective/bands', code: 'bands-out-of-order' });
	return faults;
}

/** `below` ascending, and the last one null (all the rest). */
function ascending(bands: readonly Band[]): boolean {
	return bands.every((band, index) => {
		if (index === bands.length - 1) return band.below === null;
		const next = bands[index + 1]?.below;
		return band.below !== null && (next === null || next === undefined || band.below < next);
	});
}

function advancementFaults({ advancement }: Rules, declared: Declared): Fault[] {
	if (advancement === null) return [];
	return (['from', 'to'] as const).flatMap((end) =>
		declared.rounds.includes(advancement[end])
			? []
			: [
					{
						pointer: `/advancement/${end}`,
						code: 'unknown-round',
						facts: { id: advancement[end] }
					}
				]
	);
}
