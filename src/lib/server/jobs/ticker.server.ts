import type { Log } from '../log.ts';

/** Work that a process repeats. `run` answers how much it did; while it did something it goes on at once. */
export interface Job {
	readonly name: string;
	readonly everyMs: number;
	run(): Promise<number>;
}

export interface Ticker {
	/** Lets the running turns end and starts no other. */
	stop(): Promise<void>;
}

/** Each job has its own loop; a failure is logged and tried again at the next turn. */
export function startTicker(jobs: readonly Job[], log: Log): Ticker {
	const stopping = new AbortController();
	const loops = jobs.map((job) => loop(job, stopping.signal, log));
	return {
		async stop() {
			stopping.abort();
			await Promise.all(loops);
		}
	};
}

async function loop(job: Job, stopping: AbortSignal, log: Log): Promise<void> {
	while (!stopping.aborted) {
		let done = 0;
		try {
			done = await job.run();
		} catch (error) {
			if (!stopping.aborted) log.error({ err: error, job: job.name }, 'job failed');
		}
		if (done === 0) await pause(job.everyMs, stopping);
	}
}

function pause(ms: number, stopping: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (stopping.aborted) return resolve();
		const timer = setTimeout(finish, ms);
		stopping.addEventListener('abort', finish, { once: true });
		function finish() {
			clearTimeout(timer);
			stopping.removeEventListener('abort', finish);
			resolve();
		}
	});
}
