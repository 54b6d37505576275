import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawableTypes, isDrawable, type Item, type ItemVersion } from '#lib/bank/item.ts';
import { showItem } from '#lib/bank/shown-item.ts';
import { day } from '#lib/kernel/instant.ts';
import { drawPaper, drawSlots, type FormCell, type Paper } from './draw-paper.ts';
import { paperItem } from './paper-item.ts';

const demoFile = new URL('../../demo/data/items.json', import.meta.url);
const demoItems: Item[] = JSON.parse(readFileSync(demoFile, 'utf8')).items;
const seed = (text: string) => Buffer.from(text);

function version(item: Item): ItemVersion {
	return { id: `v-${item.id}`, bankCode: 'CDS', version: 1, item };
}

function aSingle(id: string, more: Partial<Item> = {}): ItemVersion {
	return version({
		id,
		type: 'single',
		stem: `Câu ${id}`,
		options: ['a', 'b', 'c', 'd'].map((o) => ({ id: o, text: `Phương án ${o}` })),
		key: 'a',
		shuffle: true,
		topic: 'CDS.0',
		level: 'nhan_biet',
		sources: [{ id: 'ktc', clause: null }],
		validFrom: day('2020-01-01'),
		validTo: null,
		weight: 1,
		status: 'approved',
		audiences: ['doan_vien'],
		...more
	} as Item);
}

/** The form of the demo's first contest, as frozen on the day its first week opens. */
function demoForm(): FormCell[] {
	const on = day('2026-10-05');
	const counts = { 'CDS.0': 4, 'CDS.A': 1, 'CDS.B': 1, 'CDS.C': 2, 'CDS.D': 1, 'CDS.DD': 3 };
	return Object.entries(counts).map(([topic, count]) => ({
		count,
		marks: 1,
		versions: demoItems
			.filter((item) => item.topic === topic)
			.filter((item) => isDrawable(item, { on, audiences: ['doan_vien'], types: drawableTypes }))
			.map(version)
	}));
}

function enemiesOnPaper(paper: Paper, items: readonly ItemVersion[]): string[] {
	const drawn = paper.flatMap((entry) => items.find((v) => v.id === entry.itemVersionId) ?? []);
	const ids = new Set(drawn.map((v) => v.item.id));
	return drawn.flatMap((v) => (v.item.enemies ?? []).filter((enemy) => ids.has(enemy)));
}

test('the same seed draws the same paper, another seed another', () => {
	expect(drawPaper(demoForm(), seed('x'))).toEqual(drawPaper(demoForm(), seed('x')));
	expect(drawPaper(demoForm(), seed('x'))).not.toEqual(drawPaper(demoForm(), seed('y')));
});

test('saving and scoring see the questions of the paper that is shown', () => {
	const shown = drawPaper(demoForm(), seed('x'))?.map(({ itemVersionId, marks }) => ({
		itemVersionId,
		marks
	}));
	expect(drawSlots(demoForm(), seed('x'))).toEqual(shown);
});

test('a paper has every cell filled with its marks, and positions from 1', () => {
	const cells = [
		{ count: 2, marks: 3, versions: ['p', 'q', 'r'].map((id) => aSingle(id)) },
		{ count: 1, marks: 20, versions: [aSingle('s')] }
	];
	const paper = drawPaper(cells, seed('marks')) ?? [];
	expect(paper.map((entry) => entry.position)).toEqual([1, 2, 3]);
	expect(paper.reduce((sum, entry) => sum + entry.marks, 0)).toBe(26);
	expect(paper.find((entry) => entry.itemVersionId === 'v-s')?.marks).toBe(20);
});

test('whatever the seed, papers of the demo hold twelve different items and no enemies', () => {
	const form = demoForm();
	const items = form.flatMap((cell) => cell.versions);
	fc.assert(
		fc.property(fc.uint8Array({ minLength: 1, maxLength: 32 }), (bytes) => {
			const paper = drawPaper(form, bytes) ?? [];
			expect(new Set(paper.map((entry) => entry.itemVersionId)).size).toBe(12);
			expect(enemiesOnPaper(paper, items)).toEqual([]);
		}),
		{ numRuns: 200 }
	);
});

test('enemies named on one side only are still never together, in one cell or across two', () => {
	const cells = [
		{ count: 1, marks: 1, versions: [aSingle('p'), aSingle('q', { enemies: ['s'] })] },
		{ count: 1, marks: 1, versions: [aSingle('s')] }
	];
	for (const text of ['1', '2', '3', '4', '5', '6'])
		expect(
			drawPaper(cells, seed(text))
				?.map((e) => e.itemVersionId)
				.sort()
		).toEqual(['v-p', 'v-s']);
});

test('an item that two cells may take is drawn once', () => {
	const shared = [aSingle('p'), aSingle('q')];
	const cells = [
		{ count: 1, marks: 1, versions: shared },
		{ count: 1, marks: 1, versions: [aSingle('q')] }
	];
	const ids = (drawPaper(cells, seed('twice')) ?? []).map((entry) => entry.itemVersionId);
	expect(ids.sort()).toEqual(['v-p', 'v-q']);
});

test('no paper only where none exists: a lone item short, or enemies all round', () => {
	const foes = ['p', 'q', 'r'];
	const versions = foes.map((id) => aSingle(id, { enemies: foes.filter((f) => f !== id) }));
	expect(drawPaper([{ count: 2, marks: 1, versions }], seed('x'))).toBeNull();
	expect(drawPaper([{ count: 2, marks: 1, versions: [aSingle('p')] }], seed('x'))).toBeNull();
	expect(drawPaper([{ count: 1, marks: 1, versions }], seed('x'))).toHaveLength(1);
});

/** Small banks with any enemies; the drawing must agree with trying every subset. */
const smallBank = fc.record({
	need: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })),
	size: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })),
	pairs: fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 16 }),
	seed: fc.uint8Array({ minLength: 4, maxLength: 4 })
});

test('a paper is found exactly when trying every choice would find one', () => {
	fc.assert(
		fc.property(smallBank, ({ need, size, pairs, seed: bytes }) => {
			const names = Array.from({ length: size[0] + size[1] }, (_, i) => `i${i}`);
			const versions = names.map((id, i) =>
				aSingle(id, {
					enemies: pairs.filter(([a, b]) => a === i && b !== i).map(([, b]) => `i${b}`)
				})
			);
			const cells = [
				{ count: need[0], marks: 1, versions: versions.slice(0, size[0]) },
				{ count: need[1], marks: 1, versions: versions.slice(size[0]) }
			];
			const paper = drawPaper(cells, bytes);
			expect(paper !== null).toBe(someChoiceFits(versions, size[0], need, pairs));
			if (paper) expect(enemiesOnPaper(paper, versions)).toEqual([]);
		}),
		{ numRuns: 1000 }
	);
});

function someChoiceFits(
	versions: readonly ItemVersion[],
	firstCell: number,
	need: readonly [number, number],
	pairs: readonly (readonly [number, number])[]
): boolean {
	for (let mask = 0; mask < 1 << versions.length; mask++) {
		const taken = versions.map((_, i) => i).filter((i) => mask & (1 << i));
		const inFirst = taken.filter((i) => i < firstCell).length;
		const clash = pairs.some(([a, b]) => a !== b && taken.includes(a) && taken.includes(b));
		if (inFirst === need[0] && taken.length === need[0] + need[1] && !clash) return true;
	}
	return false;
}

test('options keep their order where shuffling is off, and a pinned one stays last', () => {
	const options = ['a', 'b', 'c', 'd'].map((id) => ({
		id,
		text: id,
		...(id === 'b' ? { pin: 'last' as const } : {})
	}));
	const orders = (shuffle: boolean) =>
		Array.from({ length: 30 }, (_, n) => {
			const versions = [aSingle('p', { options, shuffle } as Partial<Item>)];
			return drawPaper([{ count: 1, marks: 1, versions }], seed(`${n}`))?.[0]?.order ?? [];
		});
	expect(new Set(orders(false).map(String))).toEqual(new Set(['a,c,d,b']));
	expect(orders(true).every((order) => order.at(-1) === 'b')).toBe(true);
	expect(new Set(orders(true).map(String)).size).toBe(6);
});

test('every type of the demo bank comes out whole, in the order of the paper, and without its key', () => {
	const secrets = ['key', 'scoring', 'tolerance', 'accept', 'explanation', 'sources', 'enemies'];
	for (const item of demoItems) {
		const paper =
			drawPaper([{ count: 1, marks: 1, versions: [version(item)] }], seed(item.id)) ?? [];
		for (const entry of paper) {
			const shown = paperItem(
				entry,
				showItem(item, (text) => text)
			);
			const parts = Object.values(shown).filter(Array.isArray).flat();
			expect(parts).toHaveLength(entry.order.length + entry.rightOrder.length);
			expect(parts.map((part: { id: string }) => part.id)).toEqual([
				...entry.order,
				...entry.rightOrder
			]);
			expect(new Set(parts.flatMap((part) => Object.keys(part)))).toEqual(
				new Set(parts.length ? ['id', 'text'] : [])
			);
			expect(Object.keys(shown).filter((name) => secrets.includes(name))).toEqual([]);
		}
		expect(paper).toHaveLength(1);
	}
});
