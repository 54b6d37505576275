import { isBusy } from '#lib/server/door/is-busy.ts';
import type { Database } from '#lib/server/db/client.ts';
import { recordSaves } from './responses.writes.server.ts';
import type { SaveAnswer, Saver, SaveRequest } from './save.ts';

/** Saves that arrive together are written together (performance.md, Shape 2). */
export interface SaveGroup {
	/** Resolves after the commit that holds the request; null: the queue is full and nothing was done. */
	save(request: SaveRequest): Promise<SaveAnswer | null>;
	/** Requests that wait or are being written. */
	size(): number;
	/** Waits until everything accepted has been written. */
	drain(): Promise<void>;
}

export interface SaveGroupLimits {
	/** Requests that may wait; above it the answer is null. */
	readonly queue: number;
	/** Groups written at the same time; each takes one connection. */
	readonly flights: number;
	/** Entries of one group. */
	readonly entries: number;
}

interface Waiting {
	readonly request: SaveRequest;
	resolve(answer: SaveAnswer): void;
	reject(error: unknown): void;
}

const usual: SaveGroupLimits = { queue: 5_000, flights: 2, entries: 1_000 };

export function createSaveGroup(write: Database, limits: SaveGroupLimits = usual): SaveGroup {
	const queue: Waiting[] = [];
	const flights = new Set<Promise<void>>();
	function launch(): void {
		while (queue.length > 0 && flights.size < limits.flights) {
			const flight = fly(write, nextGroup(queue, limits.entries)).finally(() => {
				flights.delete(flight);
				launch();
			});
			flights.add(flight);
		}
	}
	return {
		save(request) {
			if (queue.length >= limits.queue) return Promise.resolve(null);
			const answer = new Promise<SaveAnswer>((resolve, reject) => {
				queue.push({ request, resolve, reject });
			});
			// What else arrived with this turn of the event loop goes along.
			if (flights.size < limits.flights) setImmediate(launch);
			return answer;
		},
		size: () => queue.length + flights.size,
		async drain() {
			while (queue.length + flights.size > 0) await Promise.all(flights);
		}
	};
}

/** A saver inside the caller's own transaction, for the page without JavaScript. */
export function saverIn(tx: Parameters<typeof recordSaves>[0]): Saver {
	return async (request) => {
		const [answer] = await recordSaves(tx, [request]);
		return answer as SaveAnswer;
	};
}

function nextGroup(queue: Waiting[], most: number): Waiting[] {
	let entries = 0;
	let count = 0;
	while (count < queue.length && (count === 0 || entries < most)) {
		entries += (queue[count] as Waiting).request.entries.length;
		count += 1;
	}
	return queue.splice(0, count);
}

/** Writes one group. When it fails for a reason of its own, each request is tried alone, so that one bad request spoils no other. */
async function fly(write: Database, group: readonly Waiting[]): Promise<void> {
	try {
		const answers = await commit(write, group);
		group.forEach((waiting, index) => waiting.resolve(answers[index] as SaveAnswer));
	} catch (error) {
		if (group.length === 1 || isBusy(error)) for (const waiting of group) waiting.reject(error);
		else for (const waiting of group) await fly(write, [waiting]);
	}
}

function commit(write: Database, group: readonly Waiting[]): Promise<SaveAnswer[]> {
	return write.transaction().execute((tx) =>
		recordSaves(
			tx,
			group.map((waiting) => waiting.request)
		)
	);
}
