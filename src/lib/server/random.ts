import { randomBytes } from 'node:crypto';
import type { RandomSource } from '#lib/kernel/random.ts';

/** The real chance. Only the door hands it out. */
export const realRandom: RandomSource = {
	bytes: (count) => randomBytes(count),
	id: () => uuidV7(Date.now(), randomBytes(10))
};

/** RFC 9562 UUID version 7: 48 bits of milliseconds, then 74 random bits. */
export function uuidV7(epochMs: number, random: Uint8Array): string {
	const bytes = Buffer.alloc(16);
	bytes.writeUIntBE(epochMs, 0, 6);
	bytes.set(random.subarray(0, 10), 6);
	bytes[6] = 0x70 | ((bytes[6] as number) & 0x0f);
	bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
	const hex = bytes.toString('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
