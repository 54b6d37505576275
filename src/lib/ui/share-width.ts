import type { Share } from '../kernel/format.ts';

/** How wide to draw a share, in per cent of the track: 0 to 100, exact to a thousandth. */
export function shareWidth({ n, d }: Share): number {
	const thousandths = Number((BigInt(n) * 100_000n) / BigInt(d));
	return Math.min(100_000, Math.max(0, thousandths)) / 1000;
}

/** Over the whole: drawn hatched, since somebody has to look at its denominator. */
export function overWhole({ n, d }: Share): boolean {
	return BigInt(n) > BigInt(d);
}
