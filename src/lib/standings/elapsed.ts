import type { Fraction } from '#lib/kernel/fraction.ts';

export interface AttemptTimes {
	readonly startedMs: number;
	readonly submittedMs: number;
	readonly status: 'submitted' | 'auto';
}

/**
 * Contract §4.2: ⌊clamp(submittedAt − startedAt, 0, duration·m) / m⌋ in whole ms; `auto` is the whole
 * duration. `extraTime` is m ≥ 1.
 */
export function normalisedElapsed(
	times: AttemptTimes,
	durationMs: number,
	extraTime: Fraction
): number {
	if (times.status === 'auto') return durationMs;
	const taken = Math.max(0, times.submittedMs - times.startedMs);
	if (extraTime.n === extraTime.d) return Math.min(taken, durationMs);
	const scaled = (BigInt(taken) * extraTime.d) / extraTime.n;
	return scaled < BigInt(durationMs) ? Number(scaled) : durationMs;
}
