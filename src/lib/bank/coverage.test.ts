import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { day } from '#lib/kernel/instant.ts';
import { coverageOf } from './coverage.ts';
import { drawableTypes, itemTypes, type Item } from './item.ts';
import { canFill } from './pick-items.ts';

const demoFile = new URL('../../demo/data/items.json', import.meta.url);
const demo: Item[] = JSON.parse(readFileSync(demoFile, 'utf8')).items;
const autumn = { on: day('2026-10-05'), audiences: ['doan_vien' as const], types: drawableTypes };
const anItem = (more: Partial<Item>): Item => Object.assign({}, demo[0], more);

test('a cell counts its topic, and its level where it names one', () => {
	const [all = 0, ...levels] = coverageOf(
		[
			{ topic: 'CDS.DD' },
			{ topic: 'CDS.DD', level: 'nhan_biet' },
			{ topic: 'CDS.DD', level: 'thong_hieu' },
			{ topic: 'CDS.DD', level: 'van_dung' }
		],
		demo,
		autumn
	);
	expect(all).toBeGreaterThan(0);
	expect(levels.reduce((sum, count) => sum + count, 0)).toBe(all);
});

test('an unknown topic has nothing', () => {
	expect(coverageOf([{ topic: 'CDS.Z' }], demo, autumn)).toEqual([0]);
});

test.each([
	['approved and valid', {}, 1],
	['a draft', { status: 'draft' as const }, 0],
	['retired', { status: 'retired' as const }, 0],
	['for others', { audiences: ['hs_6_9' as const] }, 0],
	['valid from that day', { validFrom: day('2026-10-05') }, 1],
	['valid from the day after', { validFrom: day('2026-10-06') }, 0],
	['lapsing that day', { validTo: day('2026-10-05') }, 0],
	['lapsing the day after', { validTo: day('2026-10-06') }, 1],
	[
		'with a picture, which this version does not show',
		{ media: [{ id: 'm', kind: 'image', path: 'm.png', alt: 'Sơ đồ', sha256: '0' }] },
		0
	]
])('an item %s', (_, more, count) => {
	expect(coverageOf([{ topic: 'CDS.0' }], [anItem(more)], autumn)).toEqual([count]);
});

test('types that this version does not draw are not counted', () => {
	const every = { ...autumn, types: itemTypes };
	const [drawn = 0] = coverageOf([{ topic: 'CDS.0' }], demo, autumn);
	const [kept = 0] = coverageOf([{ topic: 'CDS.0' }], demo, every);
	expect(kept).toBeGreaterThan(drawn);
});

test('cells can be filled or not, enemies considered', () => {
	const choices = [anItem({ id: 'p', enemies: ['q'] }), anItem({ id: 'q', enemies: ['p'] })].map(
		(item) => ({ item })
	);
	expect(canFill([{ count: 1, choices }])).toBe(true);
	expect(canFill([{ count: 2, choices }])).toBe(false);
});

test('ten groups of mutual enemies cannot give eleven items, and that is seen at once', () => {
	const choices = Array.from({ length: 50 }, (_, i) => {
		const group = Array.from({ length: 5 }, (_, k) => `i${Math.floor(i / 5) * 5 + k}`);
		return { item: anItem({ id: `i${i}`, enemies: group.filter((id) => id !== `i${i}`) }) };
	});
	expect(canFill([{ count: 10, choices }])).toBe(true);
	expect(canFill([{ count: 11, choices }])).toBe(false);
});
