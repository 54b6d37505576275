import { readDecimal, type Decimal } from './decimal.ts';
import { tidy } from '#lib/kernel/text.ts';

// Comparing what people type with a key: numbers as exact decimals, words as Vietnamese are written.

/** |response − key| ≤ tolerance, exactly (never as floats). */
export function isNumberWithin(response: string, key: string, tolerance: string): boolean {
	const [r, k, t] = [response, key, tolerance].map(readDecimal);
	if (!r || !k || !t) return false;
	const scale = Math.max(r.scale, k.scale, t.scale);
	const at = (d: Decimal) => d.digits * 10n ** BigInt(scale - d.scale);
	const gap = at(r) - at(k);
	return (gap < 0n ? -gap : gap) <= at(t);
}

export interface ShortAnswerRules {
	readonly caseSensitive?: boolean | undefined;
	readonly ignoreDiacritics?: boolean | undefined;
}

/**
 * Equal after NFC, trimming and joining white space, then case and marks as the rules say. Where a tone
 * stands in its syllable (hòa, hoà) never matters: both spellings are taught.
 */
export function isSameShortAnswer(a: string, b: string, rules: ShortAnswerRules): boolean {
	return comparable(a, rules) === comparable(b, rules);
}

function comparable(text: string, rules: ShortAnswerRules): string {
	const cased = rules.caseSensitive ? tidy(text) : tidy(text).toLowerCase();
	return rules.ignoreDiacritics ? withoutMarks(cased) : withTonesLast(cased);
}

function withoutMarks(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/đ/g, 'd')
		.replace(/Đ/g, 'D')
		.normalize('NFC');
}

const VOWELS = /(?:[aeiouy]\p{M}*)+/giu;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Moves the tones of each run of vowels to its end. */
function withTonesLast(text: string): string {
	return text
		.normalize('NFD')
		.replace(VOWELS, (run) => run.replace(TONES, '') + (run.match(TONES) ?? []).join(''))
		.normalize('NFC');
}
