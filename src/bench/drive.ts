import { setTimeout as sleep } from 'node:timers/promises';
import type { Stretch } from './measure.ts';
import { stopwatchMs } from '#lib/server/clock.ts';

export interface Drive {
	/** How many work at once. */
	readonly clients: number;
	readonly total: number;
	/** Begin so many a second, however long they take; without it each client begins when it is free. */
	readonly ratePerSecond?: number | undefined;
}

/** What one piece of work gave: `true`, or what it was answered with instead. */
export type Verdict = true | string;

/** Gathers what pieces of work gave. */
export interface Recorder {
	/** Records a piece that began at `from` of the stopwatch and is done now; hands its verdict on. */
	done(verdict: Verdict, from: number): Verdict;
	stretch(tookMs: number): Stretch;
}

export function recorder(): Recorder {
	const samples: number[] = [];
	const errors: Record<string, number> = {};
	return {
		done(verdict, from) {
			if (verdict === true) samples.push(stopwatchMs() - from);
			else errors[verdict] = (errors[verdict] ?? 0) + 1;
			return verdict;
		},
		stretch: (tookMs) => ({ samples, errors, tookMs })
	};
}

/**
 * Works off `total` pieces with so many clients. With a rate, a piece is measured from when it was due, so
 * that waiting behind a slow one is not forgotten.
 */
export async function drive(
	{ clients, total, ratePerSecond }: Drive,
	work: (index: number) => Promise<Verdict>
): Promise<Stretch> {
	const record = recorder();
	const begun = stopwatchMs();
	const dueAt = (index: number) =>
		ratePerSecond === undefined ? stopwatchMs() : begun + (index * 1000) / ratePerSecond;
	let next = 0;
	const client = async () => {
		while (next < total) {
			const index = next++;
			const due = dueAt(index);
			if (due > stopwatchMs()) await sleep(due - stopwatchMs());
			record.done(await work(index), due);
		}
	};
	await Promise.all(Array.from({ length: Math.min(clients, total) }, client));
	return record.stretch(stopwatchMs() - begun);
}
