import { createHmac, createSecretKey } from 'node:crypto';

/** Where chance comes from. The door hands in the real one; tests and the demo a seeded one. */
export interface RandomSource {
	bytes(count: number): Buffer;
	/** A new identifier (UUID version 7 in production). */
	id(): string;
}

/**
 * Whole numbers in [0, below), fixed by `seed` and by nothing else: the bytes of HMAC-SHA256(seed, label LF
 * counter), counter 0, 1, 2…, taken 48 bits at a time (the last two bytes of each block stay unused), with
 * rejection so that every number is equally likely.
 */
export function seededDraws(seed: Uint8Array, label: string): (below: number) => number {
	const key = createSecretKey(seed); // a ready key object makes each block four times cheaper
	const span = 2 ** 48;
	let block: Buffer = Buffer.alloc(0);
	let counter = 0;
	let at = 0;
	return (below) => {
		for (;;) {
			if (at + 6 > block.length) {
				block = createHmac('sha256', key).update(`${label}\n${counter++}`).digest();
				at = 0;
			}
			const draw = block.readUIntBE(at, 6);
			at += 6;
			if (draw < span - (span % below)) return draw % below;
		}
	};
}

/** Fisher-Yates with the given draws; the input is left alone. */
export function shuffled<T>(list: readonly T[], draw: (below: number) => number): T[] {
	const out = [...list];
	for (let i = out.length - 1; i > 0; i--) {
		const j = draw(i + 1);
		[out[i], out[j]] = [out[j] as T, out[i] as T];
	}
	return out;
}
