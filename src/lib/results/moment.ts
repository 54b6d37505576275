import { epochMs, readInstant } from '#lib/kernel/instant.ts';

const UTC_WITH_MS = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
/** A bundle has few days and millions of instants: what midnight a day begins at is remembered. */
const midnights = new Map<string, number>();
const MOST_DAYS = 10_000;

/** Epoch ms of an instant, NaN when it is none; the way instants are mostly written is read quickly. */
export function momentMs(text: string): number {
	if (!UTC_WITH_MS.test(text)) return read(text);
	const day = text.slice(0, 10);
	const midnight = midnights.get(day) ?? remembered(day);
	return midnight + timeOf(text);
}

function remembered(day: string): number {
	const midnight = read(`${day}T00:00:00.000Z`);
	if (midnights.size >= MOST_DAYS) midnights.clear();
	midnights.set(day, midnight);
	return midnight;
}

function timeOf(text: string): number {
	const at = (index: number) => text.charCodeAt(index) - 48;
	const two = (index: number) => at(index) * 10 + at(index + 1);
	const seconds = (two(11) * 60 + two(14)) * 60 + two(17);
	return seconds * 1000 + at(20) * 100 + two(21);
}

function read(text: string): number {
	const found = readInstant(text);
	return found === undefined ? NaN : epochMs(found);
}
