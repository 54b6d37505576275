import { instantOf, type Instant } from '#lib/kernel/instant.ts';
import type { Database } from './db/client.ts';
import { sql } from 'kysely';

export interface Clock {
	now(): Instant;
	/** Compares with the database's clock and follows it. Called at start and every few seconds. */
	measure(): Promise<void>;
	/** Milliseconds by which the last measurement differed from what this process had expected. */
	drift(): number;
}

/**
 * One clock for all processes: the database's (performance.md §Shape 9). Between measurements time goes on
 * by the monotonic counter, so a jump of this machine's wall clock moves no deadline.
 */
export function databaseClock(db: Database): Clock {
	let anchor = { epoch: Date.now(), counter: performance.now() };
	let drift = 0;
	const expected = () => anchor.epoch + (performance.now() - anchor.counter);
	return {
		now: () => instantOf(Math.floor(expected())),
		drift: () => drift,
		async measure() {
			const sent = performance.now();
			const { rows } = await sql<{ ms: string }>`
				select (extract(epoch from clock_timestamp()) * 1000)::numeric(20,3)::text as ms
			`.execute(db);
			const received = performance.now();
			// The answer was made about half a round trip ago; a slow trip says little, so it is bounded below.
			const counter = sent + (received - sent) / 2;
			const measured = Number((rows[0] as { ms: string }).ms);
			drift = Math.round(measured - (anchor.epoch + (counter - anchor.counter)));
			anchor = { epoch: measured, counter };
		}
	};
}

/** This machine's own clock, for commands without a database. */
export function systemNow(): Instant {
	return instantOf(Date.now());
}

/** Milliseconds of the monotonic counter, for measuring how long something took. Not a time of day. */
export function stopwatchMs(): number {
	return performance.now();
}
