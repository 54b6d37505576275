import { expect, test } from 'vitest';
import { addMs, instant } from '#lib/kernel/instant.ts';
import { readContestFile } from './contest-file.ts';
import { laterRulesAtStart } from './later-rules.ts';
import type { Rules } from './rules.ts';
import { sampleContestFile } from './sample-contest.fixture.ts';
import { startHindrance, type Asker } from './start-hindrance.ts';

function rulesWith(changes: Partial<Rules> = {}): Rules {
	const { definition } = readContestFile(JSON.stringify(sampleContestFile()));
	if (definition === null) throw new Error('the sample is a whole contest');
	return { ...definition.rules, ...changes };
}

const opensAt = instant('2026-10-05T08:00:00+07:00');
const closesAt = instant('2026-10-11T20:00:00+07:00');
const during = addMs(opensAt, 1000);

function person(more: Partial<Extract<Asker, { kind: 'person' }>> = {}): Asker {
	return {
		kind: 'person',
		consentMissing: [],
		under16: false,
		place: 'placed',
		attemptsMax: 3,
		...more
	};
}

test.each<[string, Asker, Partial<Rules>, string | null]>([
	['anybody unknown', { kind: 'anonymous' }, {}, 'sign-in-needed'],
	['an organiser', { kind: 'staff' }, {}, 'contestants-only'],
	['a contestant', person(), {}, null],
	['one of several units', person({ place: 'several' }), {}, null],
	['one out of scope', person({ place: 'nowhere' }), {}, 'not-in-scope'],
	['one without consent', person({ consentMissing: ['guardian'] }), {}, 'consent-missing'],
	['one with an attempt left', person({ attemptsUsed: 2 }), {}, null],
	['one without an attempt left', person({ attemptsUsed: 3 }), {}, 'attempts-used-up'],
	['a contest with quiet hours, 16 and over', person(), { quietHours: ['22:00', '06:00'] }, null],
	[
		'a contest with quiet hours, under 16',
		person({ under16: true }),
		{ quietHours: ['22:00', '06:00'] },
		'rule-later'
	]
])('%s, while the round is open', (_who, asker, rules, code) => {
	const round = { opensAt, closesAt, rules: rulesWith(rules) };
	expect(startHindrance(round, asker, during)?.code ?? null).toBe(code);
});

test.each([
	['a millisecond before the opening', addMs(opensAt, -1), 'round-not-open'],
	['at the opening', opensAt, null],
	['a millisecond before the closing', addMs(closesAt, -1), null],
	['at the closing', closesAt, 'round-closed']
])('%s', (_when, at, code) => {
	const round = { opensAt, closesAt, rules: rulesWith() };
	expect(startHindrance(round, person(), at)?.code ?? null).toBe(code);
});

test.each<[string, Partial<Rules>, boolean, string[]]>([
	['none', {}, true, []],
	['cooldown', { cooldownSeconds: 1 }, false, ['cooldownSeconds']],
	['least age', { minAge: 0 }, false, ['minAge']],
	['most age', { maxAge: 30 }, false, ['maxAge']],
	['quiet hours, 16 and over', { quietHours: ['22:00', '06:00'] }, false, []],
	['quiet hours, under 16', { quietHours: ['22:00', '06:00'] }, true, ['quietHours']],
	['frozen boards', { boardFreezeMinutes: 30 }, false, ['boardFreezeMinutes']],
	[
		'advancement',
		{ advancement: { from: 'r1', to: 'r2', top: 3, per: 'unit' } },
		false,
		['advancement']
	]
])('rules not applied yet at a start: %s', (_what, rules, under16, names) => {
	expect(laterRulesAtStart(rulesWith(rules), { under16 })).toEqual(names);
});
