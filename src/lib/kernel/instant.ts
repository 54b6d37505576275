/**
 * An instant is text: ISO 8601 in UTC with milliseconds, always 24 characters, so that `<` compares
 * time, `===` compares equality, PostgreSQL reads it as timestamptz and JSON prints it as the contract asks.
 */
export type Instant = string & { readonly __instant: unique symbol };
/** A day of the Vietnamese calendar, `YYYY-MM-DD`. Ranges of days are `[from, to)`. */
export type Day = string & { readonly __day: unique symbol };

const VIETNAM_OFFSET_MS = 7 * 3_600_000; // UTC+7 all year, no daylight saving
const OFFSET_INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads ISO 8601 with an offset, at most milliseconds; `undefined` when it is not one. */
export function readInstant(text: string): Instant | undefined {
	if (!OFFSET_INSTANT.test(text)) return undefined;
	const ms = Date.parse(text);
	if (Number.isNaN(ms) || readDay(text.slice(0, 10)) === undefined) return undefined;
	return instantOf(ms);
}

/** An instant written in code; throws on a slip, since that is a bug. */
export function instant(text: string): Instant {
	const read = readInstant(text);
	if (read === undefined) throw new Error(`not an instant: ${text}`);
	return read;
}

export function instantOf(epochMs: number): Instant {
	return new Date(epochMs).toISOString() as Instant;
}

export function epochMs(at: Instant): number {
	return Date.parse(at);
}

export function addMs(at: Instant, ms: number): Instant {
	return instantOf(epochMs(at) + ms);
}

/** Milliseconds from `from` to `to`; negative when `to` is earlier. */
export function msBetween(from: Instant, to: Instant): number {
	return epochMs(to) - epochMs(from);
}

export function earlier(a: Instant, b: Instant): Instant {
	return a < b ? a : b;
}

/** Reads `YYYY-MM-DD`; `undefined` for a day that no calendar has (31/02) and for the years before 1000. */
export function readDay(text: string): Day | undefined {
	if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return undefined;
	const ms = Date.parse(`${text}T00:00:00Z`);
	if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text) return undefined;
	return text as Day;
}

export function day(text: string): Day {
	const read = readDay(text);
	if (read === undefined) throw new Error(`not a day: ${text}`);
	return read;
}

/** The Vietnamese day on which an instant falls. */
export function dayOf(at: Instant): Day {
	return instantOf(epochMs(at) + VIETNAM_OFFSET_MS).slice(0, 10) as Day;
}

/** 00:00 of that day in Vietnam. */
export function startOfDay(on: Day): Instant {
	return instantOf(Date.parse(`${on}T00:00:00Z`) - VIETNAM_OFFSET_MS);
}

export function addDays(on: Day, days: number): Day {
	return instantOf(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).slice(0, 10) as Day;
}

/** A period of days `[from, to)`; `to` null means with no end known. */
export interface Period {
	readonly from: Day;
	readonly to: Day | null;
}

export function covers(period: Period, on: Day): boolean {
	return period.from <= on && (period.to === null || on < period.to);
}
