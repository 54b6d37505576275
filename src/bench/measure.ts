/** What a row of requests gave, in one stretch of time. */
export interface Stretch {
	/** Milliseconds of each request that was answered as it should be. */
	readonly samples: readonly number[];
	/** Requests answered otherwise, by what was answered: `409 attempt-ended`. */
	readonly errors: Readonly<Record<string, number>>;
	/** Milliseconds from the first request to the last answer. */
	readonly tookMs: number;
}

/** A row as it is printed; times in ms, rounded to hundredths. */
export interface Measured {
	readonly done: number;
	readonly errors: number;
	/** How many of what. */
	readonly answeredWith: Readonly<Record<string, number>>;
	readonly perSecond: number;
	readonly p50: number;
	readonly p95: number;
	readonly p99: number;
	readonly max: number;
}

/** All stretches of one row together. */
export function measure(stretches: readonly Stretch[]): Measured {
	const samples = stretches.flatMap((one) => one.samples).sort((a, b) => a - b);
	const tookMs = stretches.reduce((sum, one) => sum + one.tookMs, 0);
	const answeredWith = added(stretches.map(({ errors }) => errors));
	const at = (share: number) => hundredths(samples[nearestRank(samples.length, share)] ?? 0);
	return {
		done: samples.length,
		errors: Object.values(answeredWith).reduce((sum, count) => sum + count, 0),
		answeredWith,
		perSecond: tookMs > 0 ? hundredths((samples.length * 1000) / tookMs) : 0,
		p50: at(0.5),
		p95: at(0.95),
		p99: at(0.99),
		max: hundredths(samples.at(-1) ?? 0)
	};
}

/** The throughput of one stretch. */
export function perSecond({ samples, tookMs }: Stretch): number {
	return tookMs > 0 ? (samples.length * 1000) / tookMs : 0;
}

export interface Spread {
	readonly median: number;
	readonly least: number;
	readonly most: number;
}

/** A ratio was measured once a round; this is what the rounds say together. Null without a round. */
export function spread(ratios: readonly number[]): Spread | null {
	const sorted = [...ratios].sort((a, b) => a - b);
	const [least, most] = [sorted[0], sorted.at(-1)];
	if (least === undefined || most === undefined) return null;
	const middle = (sorted.length - 1) / 2;
	const median =
		((sorted[Math.floor(middle)] as number) + (sorted[Math.ceil(middle)] as number)) / 2;
	return { median: hundredths(median), least: hundredths(least), most: hundredths(most) };
}

/** Place of the smallest sample that at least this share of all do not exceed. */
function nearestRank(count: number, share: number): number {
	return Math.max(0, Math.ceil(count * share) - 1);
}

function added(counts: readonly Stretch['errors'][]): Record<string, number> {
	const sum: Record<string, number> = {};
	for (const [name, count] of counts.flatMap((one) => Object.entries(one)))
		sum[name] = (sum[name] ?? 0) + count;
	return sum;
}

function hundredths(value: number): number {
	return Math.round(value * 100) / 100;
}
