import type { Language } from '#lib/kernel/language.ts';
import { formatNumber } from '#lib/kernel/format.ts';
import type { IndicatorResult } from '#lib/verdicts/indicator-result.ts';

/** "206/413", "2" for events, a dash where nothing could be counted. */
export function countText(
	{ numerator, denominator }: Pick<IndicatorResult, 'numerator' | 'denominator'>,
	language: Language
): string {
	if (numerator === null) return '–';
	const counted = formatNumber(numerator, language);
	return denominator === null ? counted : `${counted}/${formatNumber(denominator, language)}`;
}
