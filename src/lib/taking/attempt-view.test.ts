import { describe, expect, test } from 'vitest';
import { addMs, instant } from '#lib/kernel/instant.ts';
import { mayShowAnswers, mayShowScore } from './attempt-view.ts';

const closesAt = instant('2026-10-11T13:00:00Z');
const round = { closesAt, durationMs: 1_200_000, grace: false };

describe('the score', () => {
	test.each([
		['after_round', -1, false],
		['after_round', 0, true],
		['after_round', 1, true],
		['at_once', -1, true]
	] as const)('%s, %i ms from closing: %s', (showScore, ms, expected) => {
		expect(mayShowScore({ ...round, showScore }, addMs(closesAt, ms))).toBe(expected);
	});
});

describe('the answers', () => {
	test.each([
		['after_round', false, -1, false],
		['after_round', false, 0, true],
		['never', false, 86_400_000, false],
		['after_round', true, 0, false],
		['after_round', true, 1_199_999, false],
		['after_round', true, 1_200_000, true]
	] as const)('%s, grace %s, %i ms from closing: %s', (showAnswers, grace, ms, expected) => {
		expect(mayShowAnswers({ ...round, showAnswers, grace }, addMs(closesAt, ms))).toBe(expected);
	});
});
