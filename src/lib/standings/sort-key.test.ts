import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparing, keysOf, type KeyFacts, type RankingChain } from './ranking-keys.ts';
import { sortKey } from './sort-key.ts';

const value = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2, max: 2 }));
const maybe = fc.option(value);
const facts: fc.Arbitrary<KeyFacts> = fc.record({
	score: value,
	predictionError: maybe,
	elapsed: value,
	submittedMs: maybe,
	startedMs: maybe,
	firstSubmittedMs: value,
	registeredMs: maybe,
	attempts: value,
	perfect: value
});
const link = fc.tuple(fc.constantFrom(...keysOf('round')), fc.constantFrom('asc', 'desc'));
const chains = fc.array(link, { minLength: 1, maxLength: 4 }) as fc.Arbitrary<RankingChain>;

test('the order of the bytes is the order of the chain, and equal bytes are equal rows', () => {
	fc.assert(
		fc.property(chains, facts, facts, (chain, a, b) => {
			const bytes = Buffer.compare(sortKey(a, chain), sortKey(b, chain));
			expect(bytes).toBe(comparing(chain)(a, b));
		}),
		{ numRuns: 2000, seed: 7 }
	);
});

test('the width depends on the chain alone', () => {
	const chain: RankingChain = [
		['score', 'desc'],
		['predictionError', 'asc']
	];
	fc.assert(
		fc.property(facts, (row) => {
			expect(sortKey(row, chain)).toHaveLength(18);
		}),
		{ seed: 7 }
	);
});
