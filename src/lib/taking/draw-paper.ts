import type { Item, ItemVersion, Option, Part } from '#lib/bank/item.ts';
import { pickItems } from '#lib/bank/pick-items.ts';
import { seededDraws, shuffled } from '#lib/kernel/random.ts';

/** One cell of a form, frozen when its round opened: how many, for how many marks, out of which versions. */
export interface FormCell {
	readonly count: number;
	/** Marks of each item of the cell; they replace the items' own weights. */
	readonly marks: number;
	readonly versions: readonly ItemVersion[];
}

/** A question of a paper: what scoring asks of it. */
export interface PaperSlot {
	readonly itemVersionId: string;
	readonly marks: number;
}

export interface PaperEntry extends PaperSlot {
	/** From 1. */
	readonly position: number;
	/** Ids in the order shown: options, statements, left sides or elements; empty for typed answers. */
	readonly order: readonly string[];
	/** Right sides in the order shown; only matching has them. */
	readonly rightOrder: readonly string[];
}
export type Paper = readonly PaperEntry[];

/**
 * The paper of an attempt: a pure function of the frozen form and the attempt's seed (performance.md,
 * Shape 1), so that it is never stored. `null` only when the form cannot be filled without enemies, which
 * the blueprint's gate finds before a round opens.
 */
export function drawPaper(cells: readonly FormCell[], seed: Uint8Array): Paper | null {
	const drawPart = seededDraws(seed, 'parts');
	return (
		drawVersions(cells, seed)?.map(({ version, marks }, index) => ({
			position: index + 1,
			itemVersionId: version.id,
			marks,
			...shownOrder(version.item, drawPart)
		})) ?? null
	);
}

/** The same paper without the order of its parts: by position, from 1 at index 0. */
export function drawSlots(cells: readonly FormCell[], seed: Uint8Array): PaperSlot[] | null {
	const drawn = drawVersions(cells, seed);
	return drawn?.map(({ version, marks }) => ({ itemVersionId: version.id, marks })) ?? null;
}

function drawVersions(cells: readonly FormCell[], seed: Uint8Array) {
	const picked = pickItems(
		cells.map((cell) => ({ count: cell.count, choices: cell.versions })),
		seededDraws(seed, 'items')
	);
	if (picked === null) return null;
	const chosen = picked.flatMap((versions, cell) =>
		versions.map((version) => ({ version, marks: cells[cell]?.marks ?? 0 }))
	);
	return shuffled(chosen, seededDraws(seed, 'positions'));
}

function shownOrder(item: Item, draw: (below: number) => number) {
	const mixed = (parts: readonly Part[]) =>
		(isShuffled(item) ? shuffled(parts, draw) : parts).map((part) => part.id);
	switch (item.type) {
		case 'single':
		case 'multiple':
			return {
				order: [...mixed(item.options.filter(floats)), ...pinnedLast(item)],
				rightOrder: []
			};
		case 'trueFalseGroup':
			return { order: mixed(item.statements), rightOrder: [] };
		case 'matching':
			return { order: mixed(item.left), rightOrder: mixed(item.right) };
		case 'ordering':
			return { order: mixed(item.elements), rightOrder: [] };
		case 'numeric':
		case 'shortAnswer':
			return { order: [], rightOrder: [] };
	}
}

function isShuffled(item: Item): boolean {
	return 'shuffle' in item && item.shuffle === true;
}

const floats = (option: Option) => option.pin !== 'last';

function pinnedLast(item: { readonly options: readonly Option[] }): string[] {
	return item.options.filter((option) => !floats(option)).map((option) => option.id);
}
