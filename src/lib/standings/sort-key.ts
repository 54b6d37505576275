import { rankingKeys, type KeyFacts, type RankingChain } from './ranking-keys.ts';

/** Room for every safe integer, negative ones too. */
const SHIFT = 2n ** 53n;
const WIDTH = 9;

/**
 * A row's place under a chain as fixed-width bytes: comparing bytes is comparing by the chain, so an index
 * is the ranking and equal bytes share a rank. Nine bytes a key: null last, then the value, turned round
 * where more is better.
 */
export function sortKey(facts: KeyFacts, chain: RankingChain): Uint8Array {
	const bytes = new Uint8Array(chain.length * WIDTH);
	const view = new DataView(bytes.buffer);
	for (const [index, [key, direction]] of chain.entries()) {
		const value = rankingKeys[key].value(facts);
		view.setUint8(index * WIDTH, value === null ? 1 : 0);
		if (value === null) continue;
		const shifted = direction === 'asc' ? SHIFT + BigInt(value) : SHIFT - BigInt(value);
		view.setBigUint64(index * WIDTH + 1, shifted);
	}
	return bytes;
}
