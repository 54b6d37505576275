import { describe, expect, test } from 'vitest';
import { addMs, instant } from '#lib/kernel/instant.ts';
import { attemptEnd, attemptStatus, dueAt, takesSaves } from './attempt-window.ts';

const closesAt = instant('2026-10-11T13:00:00.000Z');
const plain = { durationMs: 1_200_000, grace: false, extraTime: [1, 1] as const, closesAt };

describe('the end of an attempt', () => {
	test.each([
		['a whole duration before closing', '2026-10-11T12:00:00.000Z', {}, '2026-10-11T12:20:00.000Z'],
		[
			'exactly the duration before closing',
			'2026-10-11T12:40:00.000Z',
			{},
			'2026-10-11T13:00:00.000Z'
		],
		['one ms later: closing cuts it', '2026-10-11T12:40:00.001Z', {}, '2026-10-11T13:00:00.000Z'],
		['one ms before closing', '2026-10-11T12:59:59.999Z', {}, '2026-10-11T13:00:00.000Z'],
		[
			'with grace the full duration runs on',
			'2026-10-11T12:59:59.999Z',
			{ grace: true },
			'2026-10-11T13:19:59.999Z'
		],
		[
			'extra time 5/4',
			'2026-10-11T12:00:00.000Z',
			{ extraTime: [5, 4] },
			'2026-10-11T12:25:00.000Z'
		],
		[
			'extra time never moves closing',
			'2026-10-11T12:40:00.000Z',
			{ extraTime: [3, 2] },
			'2026-10-11T13:00:00.000Z'
		],
		[
			'extra time 4/3 is cut to the ms',
			'2026-10-11T12:00:00.000Z',
			{ extraTime: [4, 3], durationMs: 1_000 },
			'2026-10-11T12:00:01.333Z'
		]
	] as const)('%s', (_, startedAt, more, expected) => {
		expect(attemptEnd({ ...plain, ...more, startedAt: instant(startedAt) })).toBe(expected);
	});
});

describe('an attempt takes saves until its end and the network allowance', () => {
	const window = { endsAt: closesAt, allowanceMs: 3_000 };
	test.each([
		[-1, true],
		[0, true],
		[2_999, true],
		[3_000, false],
		[3_001, false]
	])('%i ms after the end: %s', (ms, expected) => {
		const at = addMs(closesAt, ms);
		expect(takesSaves(window, at)).toBe(expected);
		expect(attemptStatus({ window, end: null }, at)).toBe(expected ? 'open' : 'auto');
	});
	test('without an allowance the end itself is too late', () => {
		expect(takesSaves({ endsAt: closesAt, allowanceMs: 0 }, closesAt)).toBe(false);
		expect(takesSaves({ endsAt: closesAt, allowanceMs: 0 }, addMs(closesAt, -1))).toBe(true);
	});
	test('a recorded end decides at any time', () => {
		const submitted = { window, end: { kind: 'submitted' } } as const;
		expect(attemptStatus(submitted, addMs(closesAt, -60_000))).toBe('submitted');
		expect(attemptStatus(submitted, addMs(closesAt, 60_000))).toBe('submitted');
		expect(attemptStatus({ window, end: { kind: 'auto' } }, addMs(closesAt, -1))).toBe('auto');
	});
	test('it is due for the sweeper from the first instant that is too late', () => {
		expect(dueAt(window)).toBe(addMs(closesAt, 3_000));
		expect(takesSaves(window, dueAt(window))).toBe(false);
	});
});
