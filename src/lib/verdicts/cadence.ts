import { addDays, covers, day, type Day, type Period } from '#lib/kernel/instant.ts';

export interface Cadence {
	readonly times: number;
	readonly per: 'month' | 'week';
}

/** The whole months, or weeks from Monday to Sunday, inside a window; a cut one is left out. */
export function wholeSpans(window: Period, per: Cadence['per']): Period[] {
	const end = window.to;
	if (end === null) return [];
	const spans: Period[] = [];
	let from = per === 'month' ? firstMonthFrom(window.from) : firstMondayFrom(window.from);
	for (;;) {
		const to = per === 'month' ? nextMonth(from) : addDays(from, 7);
		if (to > end) return spans;
		spans.push({ from, to });
		from = to;
	}
}

/** Kept when every whole span holds at least `times` of the days; without a whole span nobody keeps it. */
export function keepsCadence(heldOn: readonly Day[], cadence: Cadence, window: Period): boolean {
	const spans = wholeSpans(window, cadence.per);
	return (
		spans.length > 0 &&
		spans.every((span) => heldOn.filter((on) => covers(span, on)).length >= cadence.times)
	);
}

function firstMonthFrom(on: Day): Day {
	return on.endsWith('-01') ? on : nextMonth(on);
}

function nextMonth(on: Day): Day {
	const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
	const next = month === 12 ? [year + 1, 1] : [year, month + 1];
	return day(`${next[0]}-${String(next[1]).padStart(2, '0')}-01`);
}

function firstMondayFrom(on: Day): Day {
	const weekday = new Date(`${on}T00:00:00Z`).getUTCDay(); // 0 = Sunday
	return addDays(on, (8 - weekday) % 7);
}
