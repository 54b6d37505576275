import { keysInForce } from './bundle-references.ts';
import { formOf, valueAt } from './bundle-shape.ts';

/** What a line is checked against, taken from the raw contest.json so that its own slips hide nothing. */
export interface KnownToAttempts {
	readonly form: 'full' | 'public';
	readonly rounds: ReadonlyMap<string, number>;
	readonly maxScores: readonly unknown[];
	readonly people: ReadonlyMap<string, number>;
	readonly predicts: boolean;
	readonly needsStart: boolean;
}

export function knownToAttempts(raw: unknown): KnownToAttempts {
	const rounds = placesOf(raw, 'rounds');
	return {
		form: formOf(raw),
		rounds: rounds.places,
		maxScores: rounds.records.map((round) => valueAt(round, ['maxScore'])),
		people: placesOf(raw, 'people').places,
		predicts: (valueAt(raw, ['rules', 'prediction']) ?? null) !== null,
		needsStart: keysInForce(raw).has('startedAt')
	};
}

function placesOf(raw: unknown, list: string) {
	const found = valueAt(raw, [list]);
	const records: unknown[] = Array.isArray(found) ? found : [];
	const places = new Map<string, number>();
	for (const [index, record] of records.entries()) {
		const id = valueAt(record, ['id']);
		if (typeof id === 'string') places.set(id, index);
	}
	return { records, places };
}
