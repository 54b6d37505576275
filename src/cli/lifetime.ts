import { CannotRun } from './command.ts';

const stopping = new AbortController();
const stop = () => stopping.abort();

/** Aborted when somebody asks this process to stop, or when the guard above it (khoabang.mjs) died. */
export const stopSignal: AbortSignal = stopping.signal;

/** Called once, by main.ts. */
export function listenForStop(): void {
	process.on('SIGINT', stop).on('SIGTERM', stop).on('disconnect', stop);
	process.channel?.unref(); // the guard's channel alone must not keep a finished command alive
}

/** Runs `work`, but gives up waiting for it when asked to stop. What it holds is freed by its caller. */
export function untilStopped<T>(work: Promise<T>): Promise<T> {
	return Promise.race([work, stopped().then(() => Promise.reject(new CannotRun('stopped')))]);
}

export function stopped(): Promise<void> {
	if (stopSignal.aborted) return Promise.resolve();
	return new Promise((resolve) =>
		stopSignal.addEventListener('abort', () => resolve(), { once: true })
	);
}

/** Tells the guard which PostgreSQL is ours, so that a kill -9 of this process does not leave it behind. */
export function tellGuard(postgres: { readonly pid: number; readonly data: string }): void {
	process.send?.({ postgres: { pid: postgres.pid, folder: postgres.data } });
}
