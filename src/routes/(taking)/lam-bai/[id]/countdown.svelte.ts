import { untrack } from 'svelte';
import { msBetween, type Instant } from '#lib/kernel/instant.ts';
import { browserMs } from './browser-clock.ts';

/** The time left, by the server's difference and the browser's counter; never by comparing two clocks. */
export class Countdown {
	remainingMs = $state(0);
	#leftThen = 0;
	#then = 0;

	constructor(times: { readonly deadline: Instant; readonly serverTime: Instant }) {
		untrack(() => this.sync(times));
	}

	/** Takes what the server has just said. */
	sync(times: { readonly deadline: Instant; readonly serverTime: Instant }): void {
		this.#leftThen = msBetween(times.serverTime, times.deadline);
		this.#then = browserMs();
		this.remainingMs = this.#leftThen;
	}

	/** Counts until the returned function is called. */
	run(): () => void {
		const timer = setInterval(() => {
			this.remainingMs = this.#leftThen - (browserMs() - this.#then);
		}, 250);
		return () => clearInterval(timer);
	}
}
