import { expect, test } from 'vitest';
import type { ContestSummary, RoundSummary } from '#lib/contest/contest-summary.ts';
import { instant } from '#lib/kernel/instant.ts';
import { secondsToOpening } from './opening.ts';

const opensAt = instant('2026-10-05T01:00:00.000Z');

function waitingFor(phase: RoundSummary['phase']): ContestSummary {
	const round = { id: 'r', phase, opensAt } as RoundSummary;
	return { rounds: [round], currentRoundId: 'r' } as Partial<ContestSummary> as ContestSummary;
}

test.each([
	['2026-10-05T00:59:59.999Z', 1],
	['2026-10-05T00:59:00.000Z', 61],
	['2026-10-04T01:00:00.000Z', null],
	['2026-10-04T01:00:00.001Z', 86_400]
])('a page opened at %s asks again in %s seconds, after the opening', (at, seconds) =>
	expect(secondsToOpening(waitingFor('upcoming'), instant(at))).toBe(seconds)
);

test('a page of an open round does not reload', () =>
	expect(secondsToOpening(waitingFor('open'), opensAt)).toBe(null));
