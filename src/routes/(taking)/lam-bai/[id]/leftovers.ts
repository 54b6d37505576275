import { sendLate } from './send.ts';
import { dropUnsent, listUnsent } from './unsent-store.ts';

/**
 * Hands in what this device could not send before the attempt ended, to be kept apart; an organiser
 * decides. Answers how many were taken; what was not reached stays for the next visit.
 */
export async function sendLeftovers(attemptId: string): Promise<number> {
	let taken = 0;
	for (const { place, position, unsent } of listUnsent(attemptId)) {
		const { kind } = await sendLate(place, position, unsent);
		if (kind === 'waits') return taken;
		dropUnsent(place, position, unsent);
		if (kind === 'late') taken += 1;
	}
	return taken;
}
