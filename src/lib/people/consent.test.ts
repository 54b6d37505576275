import { expect, test } from 'vitest';
import { instant } from '#lib/kernel/instant.ts';
import {
	consentStandingOf,
	rowsToWithdraw,
	type ConsentRow,
	type GivenBy,
	type Purpose
} from './consent.ts';

const at = instant('2026-11-05T02:00:00.000Z');
const before = instant('2026-10-01T02:00:00.000Z');

let count = 0;
function aYes(purpose: Purpose, givenBy: GivenBy, more: Partial<ConsentRow> = {}): ConsentRow {
	return {
		id: `c${++count}`,
		purpose,
		givenBy,
		recordedAt: before,
		withdrawnAt: null,
		...more
	};
}

const CHILD = 2011;
const GROWN = 2009;

test.each<[string, number, ConsentRow[], string[]]>([
	['a child who said nothing', CHILD, [], ['own', 'guardian']],
	['a child alone', CHILD, [aYes('take_part', 'child')], ['guardian']],
	['a guardian alone', CHILD, [aYes('take_part', 'guardian')], ['own']],
	['both', CHILD, [aYes('take_part', 'child'), aYes('take_part', 'guardian')], []],
	['somebody certainly 16', GROWN, [], ['own']],
	['somebody certainly 16 who agreed as a child', GROWN, [aYes('take_part', 'child')], []],
	['somebody certainly 16 who agrees', GROWN, [aYes('take_part', 'self')], []],
	['a guardian of somebody certainly 16', GROWN, [aYes('take_part', 'guardian')], ['own']],
	['yes to another purpose', GROWN, [aYes('publish', 'self')], ['own']],
	[
		'a yes of later',
		GROWN,
		[aYes('take_part', 'self', { recordedAt: instant('2026-11-05T02:00:00.001Z') })],
		['own']
	],
	['a yes withdrawn just now', GROWN, [aYes('take_part', 'self', { withdrawnAt: at })], ['own']],
	[
		'a yes withdrawn and given again',
		GROWN,
		[aYes('take_part', 'self', { withdrawnAt: before }), aYes('take_part', 'self')],
		[]
	]
])('%s: to take part there is missing %#', (_, birthYear, rows, missing) => {
	const standing = consentStandingOf(birthYear, rows, at).purposes.take_part;
	expect(standing).toEqual({ given: missing.length === 0, missing });
});

test('who was born 16 years ago this year counts as a child until the year ends', () => {
	expect(consentStandingOf(2010, [], at).guardianNeeded).toBe(true);
	expect(consentStandingOf(2010, [], instant('2026-12-31T16:59:59.999Z')).guardianNeeded).toBe(
		true
	);
	expect(consentStandingOf(2010, [], instant('2026-12-31T17:00:00.000Z')).guardianNeeded).toBe(
		false
	);
});

test('refusing to publish leaves taking part as it stands', () => {
	const rows = [aYes('take_part', 'self'), aYes('publish', 'self', { withdrawnAt: before })];
	const { purposes } = consentStandingOf(GROWN, rows, at);
	expect([purposes.take_part.given, purposes.publish.given]).toEqual([true, false]);
});

test('a no ends the rows of that voice and purpose only', () => {
	const own = aYes('publish', 'child');
	const rows = [own, aYes('publish', 'guardian'), aYes('take_part', 'child')];
	expect(rowsToWithdraw(rows, { purpose: 'publish', voice: 'own', at })).toEqual([own]);
});
