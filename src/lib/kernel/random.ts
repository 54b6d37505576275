import { hmacSha256 } from './digest.ts';

/** Where chance comes from. The door hands in the real one; tests and the demo a seeded one. */
export interface RandomSource {
	bytes(count: number): Buffer;
	/** A new identifier (UUID version 7 in production). */
	id(): string;
}

/**
 * Whole numbers in [0, below), fixed by `seed` and by nothing else: HMAC-SHA256(seed, label LF counter),
 * the first 48 bits, with rejection so that every number is equally likely.
 */
export function seededDraws(seed: Uint8Array, label: string): (below: number) => number {
	let counter = 0;
	const span = 2 ** 48;
	return (below) => {
		for (;;) {
			const draw = hmacSha256(seed, `${label}\n${counter++}`).readUIntBE(0, 6);
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
