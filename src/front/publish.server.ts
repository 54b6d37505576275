import type { IncomingMessage, ServerResponse } from 'node:http';

/** What the server's entry (src/cli) finds on the process, whichever bundle made it. */
interface PublishedFront {
	handle(request: IncomingMessage, response: ServerResponse): boolean;
	stop(): Promise<void>;
}

const name: unique symbol = Symbol.for('khoabang.front');
const shelf = globalThis as { [name]?: PublishedFront };

interface Running {
	readonly front: Pick<PublishedFront, 'handle'>;
	stop(): Promise<void>;
}

/**
 * Puts the front where the entry looks for it, so that front and pages share one module graph. `stop`
 * ends the whole runtime. In development a reload publishes again, and the one before is stopped.
 */
export function publishFront(runtime: Running): void {
	const before = shelf[name];
	shelf[name] = {
		handle: (request, response) => runtime.front.handle(request, response),
		stop: () => runtime.stop()
	};
	void before?.stop();
}
