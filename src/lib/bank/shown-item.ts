import type { Item, Markup, Part } from './item.ts';

/** Turns an item's text into sanitised HTML (item-text.server.ts in production). */
export type TextToHtml = (text: string, markup: Markup) => string;

interface Shown<Type extends Item['type']> {
	readonly type: Type;
	/** Sanitised HTML, as is the text of every part. */
	readonly stem: string;
}

/**
 * A question as a pupil may see it (contract §2 "Item"): no key, scoring, tolerance, accepted text,
 * explanation, source or enemy. Parts are in the order of the file; a paper gives its own.
 */
export type ShownItem =
	| (Shown<'single' | 'multiple'> & { readonly options: readonly Part[] })
	| (Shown<'trueFalseGroup'> & { readonly statements: readonly Part[] })
	| (Shown<'matching'> & { readonly left: readonly Part[]; readonly right: readonly Part[] })
	| (Shown<'ordering'> & { readonly elements: readonly Part[] })
	| (Shown<'numeric'> & { readonly unit: string | null })
	| Shown<'shortAnswer'>;

/** The visible side of an item. Built field by field, so that a new field is hidden until somebody shows it. */
export function showItem(item: Item, html: TextToHtml): ShownItem {
	const markup = item.markup ?? 'plain';
	const stem = html(item.stem, markup);
	const parts = (list: readonly Part[]) =>
		list.map((part) => ({ id: part.id, text: html(part.text, markup) }));
	switch (item.type) {
		case 'single':
		case 'multiple':
			return { type: item.type, stem, options: parts(item.options) };
		case 'trueFalseGroup':
			return { type: item.type, stem, statements: parts(item.statements) };
		case 'matching':
			return { type: item.type, stem, left: parts(item.left), right: parts(item.right) };
		case 'ordering':
			return { type: item.type, stem, elements: parts(item.elements) };
		case 'numeric':
			return { type: item.type, stem, unit: item.unit ?? null };
		case 'shortAnswer':
			return { type: item.type, stem };
	}
}
