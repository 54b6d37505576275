import { untrack } from 'svelte';
import type { AttemptView } from '#lib/taking/attempt-view.ts';
import type { Response } from '#lib/taking/response-shape.ts';
import { Countdown } from './countdown.svelte.ts';
import { SaveQueue } from './save-queue.svelte.ts';
import { askPulse } from './send.ts';

interface TakingOptions {
	readonly view: AttemptView;
	readonly writer: number;
	readonly here: boolean;
}

/** The state of a taking page: answers, what of them is saved, the time left. */
export class Taking {
	answers: Record<number, Response> = $state({});
	flags: Record<number, boolean> = $state({});
	readonly countdown: Countdown;
	readonly queue: SaveQueue;
	readonly #view: AttemptView;
	readonly #writer: number;

	constructor({ view, writer, here }: TakingOptions) {
		this.#view = view;
		this.#writer = writer;
		this.countdown = new Countdown(view.attempt);
		this.queue = new SaveQueue({
			attemptId: view.attempt.id,
			writer,
			highest: view.responses.reduce((most, saved) => Math.max(most, saved.clientSeq), 0),
			onTimes: (times) => this.countdown.sync(times)
		});
		untrack(() => {
			this.queue.elsewhere = !here;
			for (const { position, response } of view.responses) this.answers[position] = response;
		});
	}

	get answered(): number {
		return this.#view.paper.items.filter(({ position }) => this.isAnswered(position)).length;
	}

	isAnswered(position: number): boolean {
		const answer = this.answers[position] ?? null;
		return typeof answer === 'object' ? Object.keys(answer ?? {}).length > 0 : answer !== '';
	}

	answer(position: number, response: Response): void {
		this.answers[position] = response;
		this.queue.put(position, response);
	}

	/** Saves what was chosen before this page came alive. */
	adopt(early: { readonly position: number; readonly response: Response } | null): void {
		if (early === null || early.response === null || this.queue.elsewhere) return;
		const saved = this.answers[early.position] ?? null;
		const isOurs = this.#view.paper.items.some(({ position }) => position === early.position);
		if (isOurs && !isSame(saved, early.response)) this.answer(early.position, early.response);
	}

	/** Counts, asks the pulse now and then, sends what waits; until the returned function is called. */
	run(): () => void {
		const stopCounting = this.countdown.run();
		const onLine = () => void this.queue.flush();
		addEventListener('online', onLine);
		if (!this.queue.elsewhere)
			for (const [position, { response }] of Object.entries(this.queue.restore()))
				this.answers[Number(position)] = response;
		const pulse = setInterval(() => void this.#pulse(), this.#pulseEveryMs());
		return () => {
			stopCounting();
			clearInterval(pulse);
			removeEventListener('online', onLine);
		};
	}

	/** Between 20 and 40 s, another for each attempt, so that a room full of phones does not ask at once. */
	#pulseEveryMs(): number {
		return 20_000 + (parseInt(this.#view.attempt.id.slice(-4), 16) % 20_000);
	}

	async #pulse(): Promise<void> {
		const pulse = await askPulse(this.#view.attempt.id);
		if (!pulse) return;
		this.countdown.sync(pulse);
		if (pulse.writer > this.#writer) this.queue.elsewhere = true;
		if (pulse.status !== 'open') void this.queue.end();
	}
}

/** Whatever the order of statements. */
function isSame(a: Response, b: Response): boolean {
	const sorted = (response: Response) =>
		JSON.stringify(typeof response === 'object' ? Object.entries(response ?? {}).sort() : response);
	return sorted(a) === sorted(b);
}
