import { describe, expect, test } from 'vitest';
import { day, instant } from './instant.ts';
import {
	formatClock,
	formatDay,
	formatDecimal,
	formatDuration,
	formatHour,
	formatLongDay,
	formatMoment,
	formatNumber,
	formatPercent,
	formatRankingTime,
	formatRemaining,
	formatSigned,
	formatTime,
	formatTimeFull,
	formatWeekday
} from './format.ts';

const now = instant('2026-10-13T02:00:00.000Z');
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('numbers', () => {
	test.each([
		[0, '0'],
		[999, '999'],
		[1180, '1.180'],
		[31207, '31.207'],
		[1234567890123n, '1.234.567.890.123'],
		[-1500, '−1.500']
	])('%s is written %s in Vietnamese', (n, text) => expect(formatNumber(n, 'vi')).toBe(text));

	test('English swaps the dot and the comma', () => {
		expect(formatNumber(31207, 'en')).toBe('31,207');
		expect(formatPercent({ n: 206, d: 413 }, 'en')).toBe('49.87%');
	});

	test.each([
		[206, 413, '49,87%'],
		[4996, 10000, '49,96%'],
		[1, 3, '33,33%'],
		[2, 3, '66,66%'],
		[1999999, 4000000, '49,99%'],
		[1, 2, '50,00%'],
		[221, 208, '106,25%'],
		[0, 7, '0,00%'],
		[1, 100000, '0,00%'],
		[12345n, 10n, '123.450,00%']
	])('%s of %s is cut to %s, never rounded up', (n, d, text) =>
		expect(formatPercent({ n, d }, 'vi')).toBe(text)
	);

	test('a percentage can be printed without decimals', () =>
		expect(formatPercent({ n: 799, d: 1000 }, 'vi', { digits: 0 })).toBe('79%'));

	test.each([
		[8295, 100, 2, '82,95'],
		[-489, 100, 1, '−4,8'],
		[-1, 100, 1, '0,0'],
		[156, 10, 0, '15']
	])('%s/%s with %s decimals is %s', (n, d, digits, text) =>
		expect(formatDecimal({ n, d }, digits, 'vi')).toBe(text)
	);

	test('a change carries its sign', () => {
		expect(formatSigned(12.4, 1, 'vi')).toBe('+12,4');
		expect(formatSigned(-4.8, 1, 'vi')).toBe('−4,8');
		expect(formatSigned(0, 1, 'vi')).toBe('0,0');
	});
});

describe('times', () => {
	test('a time is Vietnam time, and the year shows only when it differs', () => {
		const opens = instant('2026-10-12T01:00:00.000Z');
		expect(plain(formatTime(opens, now, 'vi'))).toBe('08:00 ngày 12/10');
		expect(plain(formatTime(opens, instant('2027-01-01T00:00:00Z'), 'vi'))).toBe(
			'08:00 ngày 12/10/2026'
		);
		expect(plain(formatTimeFull(opens, 'vi'))).toBe('08:00 ngày 12/10/2026');
		expect(formatTime(opens, now, 'en')).toBe('08:00, 12 Oct');
	});

	test('17:00 in Greenwich is midnight of the next day in Vietnam', () => {
		const midnight = instant('2026-03-24T17:00:00.000Z');
		expect(plain(formatTime(midnight, now, 'vi'))).toBe('00:00 ngày 25/03');
		expect(formatHour(midnight)).toBe('00:00');
	});

	test('the year of now is the year in Vietnam', () =>
		expect(formatDay(day('2027-01-01'), instant('2026-12-31T17:00:00.000Z'), 'vi')).toBe('01/01'));

	test('a receipt shows the second', () =>
		expect(plain(formatMoment(instant('2026-10-12T01:27:40.999Z'), now, 'vi'))).toBe(
			'08:27:40 ngày 12/10'
		));

	test.each([
		['2026-10-12', 'thứ Hai'],
		['2026-10-13', 'thứ Ba'],
		['2026-10-17', 'thứ Bảy'],
		['2026-10-18', 'Chủ nhật'],
		['1969-12-31', 'thứ Tư']
	])('%s is a %s', (on, name) => expect(formatWeekday(day(on), 'vi')).toBe(name));

	test('a long day names the weekday in full', () =>
		expect(plain(formatLongDay(day('2026-10-13'), 'vi'))).toBe('thứ Ba, ngày 13/10/2026'));
});

describe('durations', () => {
	test.each([
		[6 * 86_400_000 + 11 * 3_600_000 + 59 * 60_000, 'Còn 6 ngày 11 giờ'],
		[3 * 3_600_000 + 20 * 60_000, 'Còn 3 giờ 20 phút'],
		[134_000, 'Còn 2 phút 14 giây'],
		[7 * 60_000, 'Còn 7 phút'],
		[86_400_000 + 30 * 60_000, 'Còn 1 ngày'],
		[1, 'Còn 1 giây'],
		[0, 'Còn 0 giây'],
		[-5, 'Còn 0 giây']
	])('%s ms: %s', (ms, text) => expect(plain(formatRemaining(ms, 'vi'))).toBe(text));

	test('English knows one from many', () =>
		expect(plain(formatDuration(86_400_000 + 7_200_000, 'en'))).toBe('1 day 2 hours'));

	test.each([
		[872_000, '14:32'],
		[871_001, '14:32'],
		[1, '00:01'],
		[0, '00:00'],
		[-1, '00:00'],
		[7_200_000, '120:00']
	])('with %s ms left the clock shows %s', (ms, text) => expect(formatClock(ms)).toBe(text));

	test.each([
		[868_316, '14:28,316'],
		[0, '00:00,000'],
		[59_007, '00:59,007'],
		[3_725_050, '1:02:05,050']
	])('a ranking time of %s ms is %s', (ms, text) => expect(formatRankingTime(ms, 'vi')).toBe(text));
});
