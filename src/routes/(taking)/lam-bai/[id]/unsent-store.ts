import type { Response } from '#lib/taking/response-shape.ts';

/** An answer that the server has not acknowledged. */
export interface Unsent {
	readonly response: Response;
	readonly clientSeq: number;
}

/** One start or resume on this device; all its tabs share it. */
export interface Place {
	readonly attemptId: string;
	readonly writer: number;
}

const PREFIX = 'khoabang/';
const keyOf = ({ attemptId, writer }: Place, name: number | 'seq') =>
	`${PREFIX}${attemptId}/${writer}/${name}`;

/** Keeps an unsent answer over a reload. A device that keeps nothing still sends. */
export function keepUnsent(place: Place, position: number, unsent: Unsent): void {
	quietly(() => localStorage.setItem(keyOf(place, position), JSON.stringify(unsent)));
}

/** Forgets an answer; a newer one, of another tab, stays. */
export function dropUnsent(place: Place, position: number, sent: Unsent): void {
	quietly(() => {
		const key = keyOf(place, position);
		const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Unsent | null;
		if (kept?.clientSeq === sent.clientSeq) localStorage.removeItem(key);
	});
}

/** The next clientSeq: above `highest`, and above what other tabs have given. */
export function nextSeq(place: Place, highest: number): number {
	let next = highest + 1;
	quietly(() => {
		const key = keyOf(place, 'seq');
		next = Math.max(next, Number(localStorage.getItem(key) ?? 0) + 1);
		localStorage.setItem(key, String(next));
	});
	return next;
}

/** What this device has not sent of a place, by position. */
export function readUnsent(place: Place): Record<number, Unsent> {
	const kept = listUnsent(place.attemptId).filter((one) => one.place.writer === place.writer);
	return Object.fromEntries(kept.map(({ position, unsent }) => [position, unsent]));
}

export interface Kept {
	readonly place: Place;
	readonly position: number;
	readonly unsent: Unsent;
}

/** What this device has not sent of an attempt, whichever start or resume gave it. */
export function listUnsent(attemptId: string): Kept[] {
	const kept: Kept[] = [];
	quietly(() => {
		for (const key of Object.keys(localStorage)) {
			const [id, writer, position] = key.slice(PREFIX.length).split('/');
			if (!key.startsWith(PREFIX) || id !== attemptId || position === 'seq') continue;
			const unsent = JSON.parse(localStorage.getItem(key) ?? '') as Unsent;
			kept.push({
				place: { attemptId, writer: Number(writer) },
				position: Number(position),
				unsent
			});
		}
	});
	return kept;
}

/** Private windows and full disks refuse. */
function quietly(work: () => void): void {
	try {
		work();
	} catch {
		// The answer is in memory still.
	}
}
