import { addDays, day } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import type { plansWords } from '#lib/messages/plans.ts';
import type { Deadline } from '#lib/plans/deadline.ts';
import type { IndicatorDefinition } from '#lib/plans/indicator.ts';
import type { Plan } from '#lib/plans/plan.ts';
import { formatDayFull, formatPercent } from '#lib/kernel/format.ts';

type Words = (typeof plansWords)['vi'];

/** "từ 01/01/2024 đến hết 31/12/2024": the period's end itself is not included. */
export function periodText(
	{ periodFrom, periodTo }: Pick<Plan, 'periodFrom' | 'periodTo'>,
	w: Words,
	language: Language
): string {
	const lastDay = addDays(periodTo, -1);
	return w.periodText(formatDayFull(periodFrom, language), formatDayFull(lastDay, language));
}

/** "ít nhất 80% (đơn vị)", "từ 2 đến 3", "hạng 10 trở lên". */
export function targetText(
	{ direction, target }: Pick<IndicatorDefinition, 'direction' | 'target'>,
	w: Words,
	language: Language
): string {
	if (target === null) return w.noTarget;
	if (typeof target === 'number') return w.directions[direction](String(target));
	const [n, d] = target;
	if (direction === 'range') return w.directions.range(w.rangeText(n, d));
	const digits = (n * 100) % d === 0 ? 0 : 2;
	return w.directions[direction](formatPercent({ n, d }, language, { digits }));
}

/** "hằng năm, trước ngày 15/6": the plan's own rule, without a year when it has none. */
export function deadlineText({ before, repeat }: Deadline, w: Words, language: Language): string {
	if (before === null) return w.repeats[repeat];
	return `${w.repeats[repeat]}, ${w.before(ruleDay(before, language))}`;
}

function ruleDay(text: string, language: Language): string {
	const [first = '', second = '', third] = text.split('-');
	if (third !== undefined) return formatDayFull(day(text), language);
	return second === '' ? String(Number(first)) : `${Number(second)}/${Number(first)}`;
}
