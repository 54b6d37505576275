import { epochMs, readInstant } from '#lib/kernel/instant.ts';

const UTC_WITH_MS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Epoch ms of an instant, NaN when it is none; the way instants are mostly written is read quickly. */
export function momentMs(text: string): number {
	if (UTC_WITH_MS.test(text)) {
		const at = new Date(text);
		if (at.getUTCDate() === Number(text.slice(8, 10))) return at.getTime();
	}
	const at = readInstant(text);
	return at === undefined ? NaN : epochMs(at);
}
