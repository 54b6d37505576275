import type { Item, ItemVersion } from '#lib/bank/item.ts';
import type { ShownItem } from '#lib/bank/shown-item.ts';
import type { Form } from '#lib/contest/form.ts';
import { drawPaper, drawSlots, type FormCell, type Paper, type PaperSlot } from './draw-paper.ts';
import { paperItem, type PaperItem } from './paper-item.ts';
import type { KeyedPaper } from './score-attempt.ts';

/** A frozen form with all that its papers are made of; it never changes, so it may be remembered for good. */
export interface RoundForm {
	readonly roundId: string;
	readonly cells: readonly FormCell[];
	readonly items: ReadonlyMap<string, Item>;
	readonly shown: ReadonlyMap<string, ShownItem>;
}

/** Puts a frozen form and its item versions together. */
export function roundForm(
	form: Form,
	versions: readonly ItemVersion[],
	show: (item: Item) => ShownItem
): RoundForm {
	const byId = new Map(versions.map((version) => [version.id, version]));
	const cells = form.cells.map((cell) => {
		const choices = cell.itemVersionIds.map((id) => known(byId.get(id), id));
		// Where the blueprint names no marks, all items of the cell weigh the same (its gate sees to it).
		return {
			count: cell.count,
			marks: cell.marks ?? choices[0]?.item.weight ?? 0,
			versions: choices
		};
	});
	return {
		roundId: form.roundId,
		cells,
		items: new Map(versions.map(({ id, item }) => [id, item])),
		shown: new Map(versions.map(({ id, item }) => [id, show(item)]))
	};
}

/** The paper of an attempt with this seed. A form that opened can always be filled. */
export function paperOf(form: RoundForm, seed: Uint8Array): Paper {
	return filled(form, drawPaper(form.cells, seed));
}

/** The questions of that paper, all that saving and scoring ask of it. */
export function slotsOf(form: RoundForm, seed: Uint8Array): readonly PaperSlot[] {
	return filled(form, drawSlots(form.cells, seed));
}

function filled<T>(form: RoundForm, drawn: T | null): T {
	if (drawn === null) throw new Error(`the form of round ${form.roundId} cannot be filled`);
	return drawn;
}

/** What the pupil sees of a paper. */
export function itemsShown(form: RoundForm, paper: Paper): PaperItem[] {
	return paper.map((entry) =>
		paperItem(entry, known(form.shown.get(entry.itemVersionId), entry.itemVersionId))
	);
}

/** A paper with its keys, for scoring on the server. */
export function keyed(form: RoundForm, paper: KeyedPaper['paper']): KeyedPaper {
	return { paper, itemOf: (id) => known(form.items.get(id), id) };
}

function known<T>(value: T | undefined, id: string): T {
	if (value === undefined) throw new Error(`item version ${id} is missing`);
	return value;
}
