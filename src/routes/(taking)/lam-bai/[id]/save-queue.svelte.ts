import type { Instant } from '#lib/kernel/instant.ts';
import type { Response } from '#lib/taking/response-shape.ts';
import { sendBatch, sendOne, type Times } from './send.ts';
import { keepUnsent, readUnsent, type Unsent } from './unsent-store.ts';

export interface LastSave {
	readonly position: number;
	/** null: the server did not take it. */
	readonly savedAt: Instant | null;
}

interface QueueOptions {
	readonly attemptId: string;
	readonly writer: number;
	/** The highest clientSeq the server has of this attempt. */
	readonly highest: number;
	readonly onTimes: (times: Times) => void;
}

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15_000;

/** Sends each answer as it is given, one after the other, and keeps it on the device until it is acknowledged. */
export class SaveQueue {
	/** Not acknowledged yet, by position; only the newest of each. */
	pending: Record<number, Unsent> = $state({});
	last: LastSave | null = $state(null);
	offline = $state(false);
	elsewhere = $state(false);
	ended = $state(false);
	readonly #options: QueueOptions;
	#highest: number;
	#busy = false;
	#wait = FIRST_WAIT_MS;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(options: QueueOptions) {
		this.#options = options;
		this.#highest = options.highest;
	}

	/** Takes up what this device had not sent when the page was left. */
	restore(): Record<number, Unsent> {
		const kept = readUnsent(this.#options);
		for (const [position, unsent] of Object.entries(kept)) {
			this.#highest = Math.max(this.#highest, unsent.clientSeq);
			this.pending[Number(position)] = unsent;
		}
		void this.flush();
		return kept;
	}

	put(position: number, response: Response): void {
		this.#highest += 1;
		this.pending[position] = { response, clientSeq: this.#highest };
		this.#keep();
		void this.flush();
	}

	/** Sends what waits, now; also when the network comes back. */
	async flush(): Promise<void> {
		if (this.#busy || this.elsewhere || this.ended) return;
		clearTimeout(this.#timer);
		this.#busy = true;
		try {
			for (let next = this.#next(); next !== undefined; next = this.#next())
				if (!(await this.#send(next))) break;
		} finally {
			this.#busy = false;
		}
	}

	#next(): number | undefined {
		const [position] = Object.keys(this.pending);
		return position === undefined ? undefined : Number(position);
	}

	/** True: go on with the next. */
	async #send(position: number): Promise<boolean> {
		const unsent = $state.snapshot(this.pending[position]) as Unsent;
		const answer = await sendOne(this.#options, position, unsent);
		this.offline = answer.kind === 'unreached';
		switch (answer.kind) {
			case 'saved':
				this.#wait = FIRST_WAIT_MS;
				this.#options.onTimes(answer);
				return this.#settle(position, unsent, answer.savedAt);
			case 'refused':
				return this.#settle(position, unsent, null);
			case 'elsewhere':
				this.elsewhere = true;
				return false;
			case 'ended':
				await this.#sendLate();
				return false;
			case 'unreached':
				this.#timer = setTimeout(() => void this.flush(), this.#wait);
				this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
				return false;
		}
	}

	#settle(position: number, sent: Unsent, savedAt: Instant | null): true {
		if (this.pending[position]?.clientSeq === sent.clientSeq) delete this.pending[position];
		this.last = { position, savedAt };
		this.#keep();
		return true;
	}

	/** What comes after the end is kept apart; an organiser decides. */
	async #sendLate(): Promise<void> {
		await sendBatch(this.#options, $state.snapshot(this.pending));
		this.pending = {};
		this.#keep();
		this.ended = true;
	}

	#keep(): void {
		keepUnsent(this.#options, $state.snapshot(this.pending));
	}
}
