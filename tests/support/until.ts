import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until something holds; throws after half a minute. No test decides by how long it took. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
	for (let tries = 0; tries < 600; tries++) {
		if (await holds()) return;
		await sleep(50);
	}
	throw new Error(`waited in vain until ${what}`);
}

export function isRunning(pid: number): boolean {
	if (Number.isNaN(pid)) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
