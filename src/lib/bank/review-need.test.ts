import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import type { Item } from './item.ts';
import type { ItemsFile, Source } from './items-file.ts';
import { reviewReasons, staleSourceIds } from './review-need.ts';

const demoFile = new URL('../../demo/data/items.json', import.meta.url);
const demo: ItemsFile = JSON.parse(readFileSync(demoFile, 'utf8'));

const aSource = (id: string, more: Partial<Source> = {}): Source => ({
	id,
	number: null,
	date: null,
	issuer: null,
	title: id,
	validFrom: day('2015-01-01'),
	validTo: null,
	supersededBy: [],
	...more
});
const oldLaw = aSource('luat-cu', {
	validTo: day('2026-07-01'),
	supersededBy: ['luat-moi']
});
const decision = aSource('qd-cu', { supersededBy: ['luat-moi'] });
const newLaw = aSource('luat-moi', { validFrom: day('2026-07-01') });
const sources = new Map([oldLaw, decision, newLaw].map((source) => [source.id, source]));
const restingOn = (id: string, more: Partial<Item> = {}): Item =>
	Object.assign({}, demo.items[0], { sources: [{ id, clause: null }], ...more });

test.each([
	['a law still in force', 'luat-cu', '2026-06-30', []],
	['a law on the day it lapses', 'luat-cu', '2026-07-01', ['source-lapsed']],
	['a decision before its successor', 'qd-cu', '2026-06-30', []],
	['a decision once its successor is in force', 'qd-cu', '2026-07-01', ['source-superseded']],
	['the new law', 'luat-moi', '2026-07-01', []],
	['a document nobody listed', 'khac', '2026-07-01', []]
])('an item resting on %s', (_, source, on, kinds) => {
	expect(reviewReasons(restingOn(source), sources, day(on)).map(({ kind }) => kind)).toEqual(kinds);
});

test.each([
	['2026-01-31', ['not-yet-valid']],
	['2026-02-01', []],
	['2026-02-28', []],
	['2026-03-01', ['lapsed']]
])('an item valid in February, asked on %s', (on, kinds) => {
	const item = restingOn('luat-moi', { validFrom: day('2026-02-01'), validTo: day('2026-03-01') });
	expect(reviewReasons(item, sources, day(on)).map(({ kind }) => kind)).toEqual(kinds);
});

test('documents to look at are those lapsed or replaced on the day', () => {
	expect(staleSourceIds(sources, day('2026-06-30'))).toEqual([]);
	expect(staleSourceIds(sources, day('2026-07-01'))).toEqual(['luat-cu', 'qd-cu']);
});

test('of the demo bank 180 questions are valid on 21/11/2026, as its own README says', () => {
	const inTime = demo.items.filter((item) =>
		reviewReasons(item, new Map(), day('2026-11-21')).every(({ kind }) => kind.startsWith('source'))
	);
	expect(inTime).toHaveLength(180);
});
