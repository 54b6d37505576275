import type { RoundTally } from './select-attempt.ts';

export type PredictedQuantity = 'ALL_CORRECT_PEOPLE' | 'PARTICIPANTS' | 'ATTEMPTS';

export interface PredictionRules {
	readonly quantity: PredictedQuantity;
	readonly rule: 'abs' | 'not_over';
}

/** Contract §4.4: counted over the whole round, all groups together, in people except for ATTEMPTS. */
export function actualOf(quantity: PredictedQuantity, tallies: Iterable<RoundTally>): number {
	let actual = 0;
	for (const tally of tallies) actual += shareOf(quantity, tally);
	return actual;
}

function shareOf(quantity: PredictedQuantity, tally: RoundTally): number {
	switch (quantity) {
		case 'ALL_CORRECT_PEOPLE':
			return tally.full ? 1 : 0;
		case 'PARTICIPANTS':
			return 1;
		case 'ATTEMPTS':
			return tally.attempts;
	}
}

/** Contract §4.5: |prediction − actual|; null when missing and, under `not_over`, when above the actual. */
export function predictionError(
	prediction: number | null,
	actual: number,
	rule: PredictionRules['rule']
): number | null {
	if (prediction === null) return null;
	if (rule === 'not_over' && prediction > actual) return null;
	return Math.abs(prediction - actual);
}
