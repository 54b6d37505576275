import { epochMs } from '#lib/kernel/instant.ts';
import { hmacSha256 } from '#lib/kernel/digest.ts';
import type { RandomSource } from '#lib/kernel/random.ts';
import { uuidV7 } from '#lib/server/random.ts';
import type { Play } from './plays.ts';

/**
 * Chance of one attempt, from the play alone. Many people of the demo are at work at once, so that a source
 * they shared would deal papers, ids and receipts by who came first.
 */
export function randomOf({ name, startsAt }: Pick<Play, 'name' | 'startsAt'>): RandomSource {
	let counter = 0;
	const block = () =>
		hmacSha256(Buffer.from('khoabang demo attempt', 'utf8'), `${name}\n${counter++}`);
	const bytes = (count: number) => {
		const blocks = Array.from({ length: Math.ceil(count / 32) }, block);
		return Buffer.concat(blocks).subarray(0, count);
	};
	return { bytes, id: () => uuidV7(epochMs(startsAt), bytes(10)) };
}
