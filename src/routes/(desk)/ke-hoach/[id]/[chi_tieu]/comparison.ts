import type { IndicatorDefinition } from '#lib/plans/indicator.ts';
import type { IndicatorResult } from '#lib/verdicts/indicator-result.ts';

/** The two whole numbers whose order is the verdict: n·td beside tn·d. */
export interface Comparison {
	readonly n: number;
	readonly d: number;
	/** The target as `tn / td`; in hundredths where it is a whole percentage, as people read it. */
	readonly tn: number;
	readonly td: number;
	readonly left: number;
	readonly right: number;
	readonly sign: 'less' | 'equal' | 'more';
}

type Judged = Pick<IndicatorDefinition, 'direction' | 'target'> &
	Pick<IndicatorResult, 'numerator' | 'denominator'>;

/** How a share was compared with its target; null where no share is judged (events, places, no target, no denominator). */
export function comparisonOf({
	direction,
	target,
	numerator: n,
	denominator: d
}: Judged): Comparison | null {
	if (direction === 'range' || direction === 'rank' || direction === 'none') return null;
	if (target === null || typeof target === 'number' || n === null || !d) return null;
	const whole = (target[0] * 100) % target[1] === 0;
	const [tn, td] = whole ? [(target[0] * 100) / target[1], 100] : target;
	const [left, right] = [n * td, tn * d];
	return {
		n,
		d,
		tn,
		td,
		left,
		right,
		sign: left === right ? 'equal' : left < right ? 'less' : 'more'
	};
}

/** How many more must count before the target is met; 0 when it is. */
export function missing(
	{ n, d, tn, td }: Comparison,
	direction: IndicatorDefinition['direction']
): number {
	const least = direction === 'gt' ? Math.floor((tn * d) / td) + 1 : Math.ceil((tn * d) / td);
	return Math.max(0, least - n);
}
