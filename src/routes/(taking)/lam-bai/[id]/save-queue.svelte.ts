import type { Instant } from '#lib/kernel/instant.ts';
import type { Response } from '#lib/taking/response-shape.ts';
import type { SendAnswer, Times, Trouble } from './judge-reply.ts';
import { sendLate, sendOne } from './send.ts';
import { dropUnsent, keepUnsent, nextSeq, readUnsent, type Unsent } from './unsent-store.ts';

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
	/** Why what is pending was not taken at the last try. */
	trouble: Trouble | null = $state(null);
	elsewhere = $state(false);
	/** The attempt has ended, and nothing waits any more. */
	ended = $state(false);
	readonly #options: QueueOptions;
	/** Numbers that were sent without an answer: the server may have them. */
	readonly #tried: number[] = [];
	#highest: number;
	#late = false;
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
			this.#tried.push(unsent.clientSeq);
			this.pending[Number(position)] = unsent;
		}
		void this.flush();
		return kept;
	}

	put(position: number, response: Response): void {
		this.#enqueue(position, response);
		void this.flush();
	}

	/** The attempt has ended: what waits is handed in late, and only then nothing more is to come. */
	async end(): Promise<void> {
		this.#late = true;
		if (this.elsewhere) this.ended = true;
		else await this.flush();
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
		if (this.#late && this.#next() === undefined) this.ended = true;
	}

	#next(): number | undefined {
		const [position] = Object.keys(this.pending);
		return position === undefined ? undefined : Number(position);
	}

	#enqueue(position: number, response: Response): void {
		this.#highest = nextSeq(this.#options, this.#highest);
		const unsent = { response, clientSeq: this.#highest };
		this.pending[position] = unsent;
		keepUnsent(this.#options, position, unsent);
	}

	/** True: go on with the next. */
	async #send(position: number): Promise<boolean> {
		const unsent = $state.snapshot(this.pending[position]) as Unsent;
		const send = this.#late ? sendLate : sendOne;
		const answer = await send(this.#options, position, unsent);
		this.trouble = answer.kind === 'waits' ? answer.trouble : null;
		switch (answer.kind) {
			case 'saved':
				this.#wait = FIRST_WAIT_MS;
				this.#options.onTimes(answer);
				if (this.#isOurs(answer, unsent)) this.#settle(position, unsent, answer.savedAt);
				else this.#sendAbove(position, unsent, answer.clientSeq);
				return true;
			case 'refused':
			case 'late':
				this.#settle(position, unsent, null);
				return true;
			case 'ended':
				this.#late = true;
				return true;
			case 'elsewhere':
				this.elsewhere = true;
				return false;
			case 'waits':
				this.#tried.push(unsent.clientSeq);
				this.#timer = setTimeout(() => void this.flush(), this.#wait);
				this.#wait = Math.min(LONGEST_WAIT_MS, this.#wait * 2);
				return false;
		}
	}

	/** Another tab may have used the same number before: then what is stored is older than this call. */
	#isOurs(answer: Extract<SendAnswer, { kind: 'saved' }>, sent: Unsent): boolean {
		if (answer.clientSeq !== sent.clientSeq) return false;
		return answer.savedAt === answer.serverTime || this.#tried.includes(sent.clientSeq);
	}

	/** Another tab's save stands: this answer came after it, and is sent again as the newer one. */
	#sendAbove(position: number, sent: Unsent, stored: number): void {
		this.#highest = Math.max(this.#highest, stored);
		if (this.pending[position]?.clientSeq === sent.clientSeq)
			this.#enqueue(position, sent.response);
	}

	#settle(position: number, sent: Unsent, savedAt: Instant | null): void {
		if (this.pending[position]?.clientSeq === sent.clientSeq) delete this.pending[position];
		this.last = { position, savedAt };
		dropUnsent(this.#options, position, sent);
	}
}
