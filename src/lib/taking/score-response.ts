import type { Item, MultipleItem, ShortAnswerItem } from '#lib/bank/item.ts';
import { partCount, schemeOf, schemes } from '#lib/bank/scoring-schemes.ts';
import type { Response } from './response-shape.ts';
import { isNumberWithin, isSameShortAnswer } from '#lib/bank/typed-answer.ts';

/**
 * Whole marks in 0..weight for a response that response-shape.ts accepted (khoabang.items/1). `weight`
 * is the paper's marks for the item, or the item's own. Unanswered is 0 under every scheme. The order in
 * which options were shown plays no part, since responses name ids.
 */
export function scoreResponse(
	item: Item,
	response: Response,
	weight: number = item.weight
): number {
	if (isUnanswered(response)) return 0;
	return schemes[schemeOf(item)](weight, rightParts(item, response), partCount(item));
}

/** Nothing chosen, nothing entered, or nothing but white space. */
export function isUnanswered(response: Response): boolean {
	if (response === null) return true;
	if (typeof response === 'string') return response.trim() === '';
	return Object.keys(response).length === 0;
}

function rightParts(item: Item, response: Response): number {
	switch (item.type) {
		case 'single':
			return response === item.key ? 1 : 0;
		case 'multiple':
			return rightTicks(item, listOf(response));
		case 'trueFalseGroup':
			return item.statements.filter(({ id }) => agrees(item.key, response, id)).length;
		case 'matching':
			return item.left.filter(({ id }) => agrees(item.key, response, id)).length;
		case 'ordering':
			return item.key.filter((id, place) => listOf(response)[place] === id).length;
		case 'numeric':
			return Number(isNumberWithin(textOf(response), item.key, item.tolerance));
		case 'shortAnswer':
			return Number(isAccepted(item, textOf(response)));
	}
}

/** An option is right when it is ticked and in the key, or neither. */
function rightTicks(item: MultipleItem, ticked: readonly string[]): number {
	return item.options.filter(({ id }) => ticked.includes(id) === item.key.includes(id)).length;
}

function isAccepted(item: ShortAnswerItem, typed: string): boolean {
	return [item.key, ...item.accept].some((text) => isSameShortAnswer(typed, text, item));
}

function agrees(
	key: Readonly<Record<string, boolean | string>>,
	response: Response,
	id: string
): boolean {
	if (typeof response !== 'object' || response === null || Array.isArray(response)) return false;
	const entry = Object.entries(response).find(([name]) => name === id);
	return entry !== undefined && entry[1] === key[id];
}

function listOf(response: Response): readonly string[] {
	return Array.isArray(response) ? response : [];
}

function textOf(response: Response): string {
	return typeof response === 'string' ? response : '';
}
