import type { Part } from '#lib/bank/item.ts';
import type { ShownItem } from '#lib/bank/shown-item.ts';
import type { PaperEntry } from './draw-paper.ts';

/** A question on a paper, as contract §2 "Item" says: nothing here tells the key. */
export type PaperItem = { readonly position: number } & ShownItem;

/**
 * Puts a shown item on a paper, its parts in the paper's order. `shown` is the visible side of the entry's
 * version (bank/shown-item.ts), so a key cannot come along.
 */
export function paperItem(entry: PaperEntry, shown: ShownItem): PaperItem {
	const position = entry.position;
	switch (shown.type) {
		case 'single':
		case 'multiple':
			return { position, ...shown, options: inOrder(shown.options, entry.order) };
		case 'trueFalseGroup':
			return { position, ...shown, statements: inOrder(shown.statements, entry.order) };
		case 'matching':
			return {
				position,
				...shown,
				left: inOrder(shown.left, entry.order),
				right: inOrder(shown.right, entry.rightOrder)
			};
		case 'ordering':
			return { position, ...shown, elements: inOrder(shown.elements, entry.order) };
		case 'numeric':
		case 'shortAnswer':
			return { position, ...shown };
	}
}

function inOrder(parts: readonly Part[], order: readonly string[]): Part[] {
	const byId = new Map(parts.map((part) => [part.id, part]));
	return order.flatMap((id) => byId.get(id) ?? []);
}
