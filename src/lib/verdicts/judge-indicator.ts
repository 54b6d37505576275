import { compare, fraction } from '#lib/kernel/fraction.ts';

/** What an indicator asks for, as the plan's file states it (contract §3, plan.json). */
export type Demand =
	| { readonly direction: 'ge' | 'gt' | 'eq'; readonly target: readonly [number, number] }
	| { readonly direction: 'range'; readonly target: readonly [number, number] }
	| { readonly direction: 'rank'; readonly target: number }
	| { readonly direction: 'none'; readonly target: null };

export type Verdict = 'met' | 'not_met' | 'exceeded' | 'insufficient' | 'undefined';

/**
 * A count of whole things. `open` are those that a missing headcount leaves undecided: each of them may
 * turn out counted or not. A null denominator means that the denominator itself is not known.
 */
export interface Count {
	readonly counted: number;
	readonly open: number;
	readonly denominator: number | null;
	/** Of an unknown denominator, the part that is known. */
	readonly atLeast?: number;
}

/**
 * The verdict of contract §2 by whole numbers: k·d ≥ t·n, no rounding first. `insufficient` if and only if
 * some completion of the missing headcounts would change it (nobody counted stays nobody, whatever
 * the headcount); `undefined` when the denominator is 0 or there is no target.
 */
export function judgeShare(demand: Demand, count: Count): Verdict {
	if (demand.direction === 'none') return 'undefined';
	if (count.denominator === 0) return 'undefined';
	const verdicts = new Set<Verdict>();
	for (let k = count.counted; k <= count.counted + count.open; k++)
		for (const denominator of denominatorsOf(demand, k, count))
			verdicts.add(shareVerdict(demand, k, denominator));
	return verdicts.size === 1 ? ([...verdicts][0] as Verdict) : 'insufficient';
}

/**
 * The denominator; of an unknown one, for each verdict that some completion brings about one that does: the
 * smallest there can be, the one that meets the target exactly, and the first that is past it.
 */
function denominatorsOf(
	{ direction, target }: Demand,
	counted: number,
	{ denominator, atLeast = 0 }: Count
): number[] {
	if (denominator !== null) return [denominator];
	const smallest = Math.max(1, atLeast);
	if (direction === 'none' || direction === 'range' || direction === 'rank') return [smallest];
	const [n, d] = target;
	if (n === 0) return [smallest];
	const past = Math.floor((counted * d) / n) + 1;
	const exact = (counted * d) % n === 0 ? [past - 1] : [];
	return [smallest, ...[...exact, past].filter((each) => each >= smallest)];
}

/** Events are counted, not shared: met from the lower bound, exceeded only above the top of a range. */
export function judgeEvents(demand: Demand, events: number): Verdict {
	switch (demand.direction) {
		case 'none':
			return 'undefined';
		case 'range':
			if (events > demand.target[1]) return 'exceeded';
			return events >= demand.target[0] ? 'met' : 'not_met';
		case 'rank':
			return 'undefined';
		case 'ge':
		case 'gt':
		case 'eq':
			return shareVerdict(demand, events, 1);
	}
}

/** A place in a ranking: met when it is not below the target place. */
export function judgeRank(target: number, place: number): Verdict {
	return place <= target ? 'met' : 'not_met';
}

function shareVerdict(demand: Demand, counted: number, denominator: number): Verdict {
	if (demand.direction === 'none' || demand.direction === 'rank') return 'undefined';
	if (demand.direction === 'range') return judgeEvents(demand, counted);
	const share = compare(fraction(counted, denominator), fraction(...demand.target));
	switch (demand.direction) {
		case 'ge':
			return share >= 0 ? 'met' : 'not_met';
		case 'gt':
			return share > 0 ? 'met' : 'not_met';
		case 'eq':
			// "100 %" cannot be passed: more people than the headcount says means a stale headcount, not a miss.
			return share === 0 || (share > 0 && isWhole(demand.target)) ? 'met' : 'not_met';
	}
}

function isWhole([n, d]: readonly [number, number]): boolean {
	return n === d;
}

/** "49,96 %": hundredths of a percent, cut and never rounded, with a decimal comma; null without a denominator. */
export function percentText(counted: number, denominator: number | null): string | null {
	if (denominator === null || denominator === 0) return null;
	const hundredths = (BigInt(counted) * 10_000n) / BigInt(denominator);
	const whole = hundredths / 100n;
	const rest = String(hundredths % 100n).padStart(2, '0');
	return `${whole},${rest} %`;
}
