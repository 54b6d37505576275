import type { Clock } from '#lib/server/clock.ts';
import type { Door } from '#lib/server/door/run.server.ts';
import type { Job } from '#lib/server/jobs/ticker.server.ts';

/** What each process of the web app does beside answering: the room that needs a result owns its job. */
export function jobsOf(door: Door, clock: Clock): Job[] {
	void door;
	void clock;
	return [];
}
