import type { ShownItem } from '#lib/bank/shown-item.ts';
import type { Response } from '#lib/taking/response-shape.ts';

/** A whole answer of the right shape; another `turn` gives another one where the question has several. */
export function answerTo(item: ShownItem, turn: number): Response {
	const pick = <T>(parts: readonly T[]): T => parts[turn % parts.length] as T;
	switch (item.type) {
		case 'single':
			return pick(item.options).id;
		case 'multiple':
			return [pick(item.options).id];
		case 'trueFalseGroup':
			return Object.fromEntries(item.statements.map(({ id }, i) => [id, (i + turn) % 2 === 0]));
		case 'matching':
			return Object.fromEntries(
				item.left.map(({ id }, i) => [id, item.right[(i + turn) % item.right.length]?.id ?? ''])
			);
		case 'ordering':
			return item.elements.map((_, i, all) => all[(i + turn) % all.length]?.id ?? '');
		case 'numeric':
		case 'shortAnswer':
			return String(turn);
	}
}
