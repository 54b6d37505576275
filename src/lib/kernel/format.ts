import { dayOf, epochMs, instantOf, type Day, type Instant } from './instant.ts';
import type { Language } from './language.ts';

/**
 * How numbers and times are printed. Pure. Vietnamese writes a thousands dot and a decimal comma; shares
 * are cut, never rounded, so that 49,96 % stays below 50; clocks are always Vietnam's.
 */

/** An exact share to print; `d` is positive. */
export interface Share {
	readonly n: number | bigint;
	readonly d: number | bigint;
}

const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const NBSP = '\u00a0';
const marks = { vi: { group: '.', point: ',' }, en: { group: ',', point: '.' } } as const;
const weekdays: Record<Language, readonly string[]> = {
	vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
	en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
};
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const units: Record<
	Language,
	Record<'day' | 'hour' | 'minute' | 'second', (n: number) => string>
> = {
	vi: {
		day: (n) => `${n}${NBSP}ngày`,
		hour: (n) => `${n}${NBSP}giờ`,
		minute: (n) => `${n}${NBSP}phút`,
		second: (n) => `${n}${NBSP}giây`
	},
	en: {
		day: (n) => `${n}${NBSP}day${n === 1 ? '' : 's'}`,
		hour: (n) => `${n}${NBSP}hour${n === 1 ? '' : 's'}`,
		minute: (n) => `${n}${NBSP}minute${n === 1 ? '' : 's'}`,
		second: (n) => `${n}${NBSP}second${n === 1 ? '' : 's'}`
	}
};

/** A whole number: `31.207`, with a real minus sign. */
export function formatNumber(n: number | bigint, language: Language): string {
	const whole = BigInt(n);
	const digits = (whole < 0n ? -whole : whole).toString();
	return (whole < 0n ? '−' : '') + digits.replace(/\B(?=(\d{3})+$)/g, marks[language].group);
}

/** An exact fraction with `digits` decimals, cut toward zero: 8295/100 → `82,95`. */
export function formatDecimal(share: Share, digits: number, language: Language): string {
	const n = BigInt(share.n);
	const cut = ((n < 0n ? -n : n) * 10n ** BigInt(digits)) / BigInt(share.d);
	const text = cut.toString().padStart(digits + 1, '0');
	const whole = formatNumber(BigInt(text.slice(0, text.length - digits)), language);
	const rest = digits === 0 ? '' : marks[language].point + text.slice(-digits);
	return (n < 0n && cut > 0n ? '−' : '') + whole + rest;
}

/** A share as a percentage, cut: 206/413 → `49,87%`. */
export function formatPercent(
	share: Share,
	language: Language,
	{ digits = 2 }: { digits?: number } = {}
): string {
	return `${formatDecimal({ n: BigInt(share.n) * 100n, d: share.d }, digits, language)}%`;
}

/** A change that already is a decimal number, with its sign: `+12,4`, `−4,8`. */
export function formatSigned(value: number, digits: number, language: Language): string {
	const text = Math.abs(value).toFixed(digits).replace('.', marks[language].point);
	const sign = value > 0 ? '+' : value < 0 ? '−' : '';
	return sign + text;
}

function vietnamClock(at: Instant): string {
	return instantOf(epochMs(at) + VIETNAM_OFFSET_MS).slice(11);
}

/** `08:00`, in Vietnam. */
export function formatHour(at: Instant): string {
	return vietnamClock(at).slice(0, 5);
}

/** `12/10`, with the year when it is not the year of `at`. English: `12 Oct`. */
export function formatDay(on: Day, at: Instant, language: Language): string {
	const sameYear = on.slice(0, 4) === dayOf(at).slice(0, 4);
	return sameYear ? dayAndMonth(on, language) : formatDayFull(on, language);
}

/** `12/10/2026`. */
export function formatDayFull(on: Day, language: Language = 'vi'): string {
	const joint = language === 'vi' ? '/' : ' ';
	return `${dayAndMonth(on, language)}${joint}${on.slice(0, 4)}`;
}

function dayAndMonth(on: Day, language: Language): string {
	if (language === 'vi') return `${on.slice(8, 10)}/${on.slice(5, 7)}`;
	return `${Number(on.slice(8, 10))} ${months[Number(on.slice(5, 7)) - 1]}`;
}

/** `08:00 ngày 12/10`; `at` is now: the year shows only when it differs. */
export function formatTime(time: Instant, at: Instant, language: Language): string {
	return onDay(formatHour(time), formatDay(dayOf(time), at, language), language);
}

/** `08:00 ngày 12/10/2026`, for documents and receipts. */
export function formatTimeFull(time: Instant, language: Language): string {
	return onDay(formatHour(time), formatDayFull(dayOf(time), language), language);
}

/** `08:27:40 ngày 12/10`, to the second. */
export function formatMoment(time: Instant, at: Instant, language: Language): string {
	return onDay(vietnamClock(time).slice(0, 8), formatDay(dayOf(time), at, language), language);
}

function onDay(clock: string, day: string, language: Language): string {
	return language === 'vi' ? `${clock} ngày${NBSP}${day}` : `${clock}, ${day}`;
}

/** The weekday in full: `thứ Hai`, `Chủ nhật`. */
export function formatWeekday(on: Day, language: Language): string {
	const sunday0 = (((Date.parse(`${on}T00:00:00Z`) / 86_400_000 + 4) % 7) + 7) % 7;
	return weekdays[language][sunday0] ?? '';
}

/** `thứ Ba, ngày 13/10/2026`. */
export function formatLongDay(on: Day, language: Language): string {
	const day = formatDayFull(on, language);
	return `${formatWeekday(on, language)}, ${language === 'vi' ? `ngày${NBSP}` : ''}${day}`;
}

/** The two largest parts: `6 ngày 11 giờ`, `3 giờ 20 phút`, `2 phút 14 giây`; a started second counts. */
export function formatDuration(ms: number, language: Language): string {
	const s = Math.max(0, Math.ceil(ms / 1000));
	const word = units[language];
	const parts: [number, (n: number) => string][] = [
		[Math.floor(s / 86_400), word.day],
		[Math.floor(s / 3600) % 24, word.hour],
		[Math.floor(s / 60) % 60, word.minute],
		[s % 60, word.second]
	];
	const first = parts.findIndex(([n]) => n > 0);
	if (first === -1) return word.second(0);
	const two = parts.slice(first, first + 2).filter(([n]) => n > 0);
	return two.map(([n, say]) => say(n)).join(' ');
}

/** `Còn 6 ngày 11 giờ`. */
export function formatRemaining(ms: number, language: Language): string {
	const duration = formatDuration(ms, language);
	return language === 'vi' ? `Còn ${duration}` : `${duration} left`;
}

/** A clock that counts down, `mm:ss`: a started second still shows, 00:00 is the end. */
export function formatClock(ms: number): string {
	const s = Math.max(0, Math.ceil(ms / 1000));
	return `${two(Math.floor(s / 60))}:${two(s % 60)}`;
}

/** A ranking time to the millisecond: `14:28,316`; hours only when there are any. */
export function formatRankingTime(ms: number, language: Language): string {
	const rest = String(ms % 1000).padStart(3, '0');
	const s = Math.floor(ms / 1000);
	const hours = Math.floor(s / 3600);
	const clock = `${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
	return `${hours > 0 ? `${hours}:` : ''}${clock}${marks[language].point}${rest}`;
}

function two(n: number): string {
	return String(n).padStart(2, '0');
}
