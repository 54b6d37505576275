import type { Item } from '#lib/bank/item.ts';
import type { Play } from './plays.ts';

/** What a player of the demo answers: the key, or something else of the right shape. */
export function answerOf(
	item: Item,
	place: number,
	play: Pick<Play, 'answersRight' | 'pick'>
): unknown {
	const right = play.answersRight(place);
	switch (item.type) {
		case 'single': {
			const others = item.options.filter(({ id }) => id !== item.key);
			return right ? item.key : others[play.pick(others.length)]?.id;
		}
		case 'trueFalseGroup': {
			const flipped = right ? -1 : play.pick(item.statements.length);
			return Object.fromEntries(
				item.statements.map(({ id }, index) => [id, item.key[id] !== (index === flipped)])
			);
		}
		default:
			throw new Error(`the demo does not answer ${item.type}`);
	}
}
