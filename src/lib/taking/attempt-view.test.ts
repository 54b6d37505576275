import { describe, expect, test } from 'vitest';
import { addMs, instant } from '#lib/kernel/instant.ts';
import { mayShowScore } from './attempt-view.ts';

const closesAt = instant('2026-10-11T13:00:00Z');

describe('the score', () => {
	test.each([
		['after_round', -1, false],
		['after_round', 0, true],
		['after_round', 1, true],
		['at_once', -1, true]
	] as const)('%s, %i ms from closing: %s', (showScore, ms, expected) => {
		expect(mayShowScore({ closesAt, showScore }, addMs(closesAt, ms))).toBe(expected);
	});
});
