import { hmacSha256 } from '#lib/kernel/digest.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import { uuidV7 } from '#lib/server/random.ts';
import { epochMs } from '#lib/kernel/instant.ts';
import { WORLD_NOW } from './world-now.ts';

/** Chance that repeats: the same seed gives the same bytes and the same ids, in the same order. */
export function seededRandom(seed: string): RandomSource {
	let counter = 0;
	const block = () => hmacSha256(Buffer.from(seed, 'utf8'), String(counter++));
	const bytes = (count: number) => {
		const blocks: Buffer[] = [];
		for (let have = 0; have < count; have += 32) blocks.push(block());
		return Buffer.concat(blocks).subarray(0, count);
	};
	return { bytes, id: () => uuidV7(epochMs(WORLD_NOW) + counter, bytes(10)) };
}
