import { addDays, day, type Day } from '#lib/kernel/instant.ts';

export const repeats = ['monthly', 'yearly', 'once', 'on_request'] as const;
export type Repeat = (typeof repeats)[number];

/** A report a plan asks for, in its own words (contract §3, deadlines). */
export interface Deadline {
	readonly title: string;
	/** `DD` when monthly, `MM-DD` when yearly, `YYYY-MM-DD` when once, null on request. */
	readonly before: string | null;
	/** The last day of the figures, in the same form. */
	readonly cutoff: string | null;
	readonly repeat: Repeat;
}

/** "Trước ngày X" is exclusive: the last day on which the report is in time is X − 1 (domain §1.3). */
export interface Due {
	readonly before: Day;
	readonly lastDay: Day;
	readonly cutoff: Day | null;
}

const forms: Readonly<Record<Exclude<Repeat, 'on_request'>, RegExp>> = {
	monthly: /^(0[1-9]|[12]\d|3[01])$/,
	yearly: /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
	once: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
};

/** Does `text` (a `before` or a `cutoff`) have the form its repetition asks for? */
export function fitsRepeat(text: string | null, repeat: Repeat): boolean {
	if (repeat === 'on_request') return text === null;
	return text !== null && forms[repeat].test(text);
}

/** The next due day on or after `from`: `lastDay >= from`. Null when there is none, or only on request. */
export function nextDue(deadline: Deadline, from: Day): Due | null {
	if (deadline.before === null) return null;
	const before = candidates(deadline.before, from).find((on) => addDays(on, -1) >= from);
	return before === undefined ? null : dueBefore(before, deadline.cutoff);
}

function dueBefore(before: Day, cutoff: string | null): Due {
	const days = cutoff === null ? [] : candidates(cutoff, before, 'within');
	const latest = days.filter((on) => on < before).at(-1) ?? null;
	return { before, lastDay: addDays(before, -1), cutoff: latest };
}

/** A day past the end of its month: `past` is the next month's first (all of the month is before it), `within` its last. */
type Overflow = 'past' | 'within';

/** Its occurrences around a day, in order: the one, three years' or three months'. */
function candidates(text: string, around: Day, overflow: Overflow = 'past'): Day[] {
	const [year, month] = [Number(around.slice(0, 4)), Number(around.slice(5, 7))];
	const steps = text.split('-').map(Number);
	if (steps.length === 3) return [dayOfMonth([steps[0], steps[1], steps[2]], overflow)];
	const nearby = [-1, 0, 1];
	if (steps.length === 2)
		return nearby.map((n) => dayOfMonth([year + n, steps[0], steps[1]], overflow));
	return nearby.map((n) => dayOfMonth([year, month + n, steps[0]], overflow));
}

function dayOfMonth(parts: readonly (number | undefined)[], overflow: Overflow): Day {
	const [year = 0, month = 1, dayNumber = 1] = parts;
	const first = firstOf(year, month);
	const next = firstOf(year, month + 1);
	const on = addDays(first, dayNumber - 1);
	if (on < next) return on;
	return overflow === 'past' ? next : addDays(next, -1);
}

function firstOf(year: number, month: number): Day {
	const months = year * 12 + month - 1;
	const text = `${Math.floor(months / 12)}`.padStart(4, '0');
	return day(`${text}-${String((months % 12) + 1).padStart(2, '0')}-01`);
}
