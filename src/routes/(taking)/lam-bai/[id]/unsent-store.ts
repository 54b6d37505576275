import type { Response } from '#lib/taking/response-shape.ts';

/** An answer that the server has not acknowledged. */
export interface Unsent {
	readonly response: Response;
	readonly clientSeq: number;
}

interface Place {
	readonly attemptId: string;
	readonly writer: number;
}

const keyOf = ({ attemptId, writer }: Place) => `khoabang/${attemptId}/${writer}`;

/** Keeps unsent answers over a reload. A device that keeps nothing still sends. */
export function keepUnsent(place: Place, unsent: Readonly<Record<number, Unsent>>): void {
	try {
		if (Object.keys(unsent).length === 0) localStorage.removeItem(keyOf(place));
		else localStorage.setItem(keyOf(place), JSON.stringify(unsent));
	} catch {
		// Private windows and full disks refuse.
	}
}

export function readUnsent(place: Place): Record<number, Unsent> {
	try {
		return JSON.parse(localStorage.getItem(keyOf(place)) ?? '{}') as Record<number, Unsent>;
	} catch {
		return {};
	}
}
