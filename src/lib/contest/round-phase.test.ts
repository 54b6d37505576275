import { expect, test } from 'vitest';
import { addMs, instant } from '#lib/kernel/instant.ts';
import { contestPhase, currentRound, roundPhase } from './round-phase.ts';

const week1 = {
	opensAt: instant('2026-10-05T08:00:00+07:00'),
	closesAt: instant('2026-10-11T20:00:00+07:00')
};
const week2 = {
	opensAt: instant('2026-10-12T08:00:00+07:00'),
	closesAt: instant('2026-10-18T20:00:00+07:00')
};

test.each([
	['a second before it opens', addMs(week1.opensAt, -1000), 'upcoming'],
	['a millisecond before it opens', addMs(week1.opensAt, -1), 'upcoming'],
	['at its opening', week1.opensAt, 'open'],
	['a millisecond after its opening', addMs(week1.opensAt, 1), 'open'],
	['a millisecond before its closing', addMs(week1.closesAt, -1), 'open'],
	['at its closing', week1.closesAt, 'closed'],
	['a millisecond after its closing', addMs(week1.closesAt, 1), 'closed']
])('a round %s', (_when, at, phase) => {
	expect(roundPhase(week1, at)).toBe(phase);
});

test.each([
	['before its first round', addMs(week1.opensAt, -1), 'upcoming'],
	['in its first round', week1.opensAt, 'open'],
	['between two rounds', week1.closesAt, 'open'],
	['in its last round', addMs(week2.closesAt, -1), 'open'],
	['after its last round', week2.closesAt, 'closed']
])('a contest %s', (_when, at, phase) => {
	expect(contestPhase([week1, week2], at)).toBe(phase);
});

test.each([
	['before everything', addMs(week1.opensAt, -1), week1],
	['in the first round', week1.opensAt, week1],
	['between the two', week1.closesAt, week2],
	['after everything', week2.closesAt, week2]
])('the round to show first, %s', (_when, at, shown) => {
	expect(currentRound([week2, week1], at)).toBe(shown);
});
