import { shuffled } from '#lib/kernel/random.ts';
import type { Item } from './item.ts';

/** A cell of a blueprint with what may fill it. */
export interface PickCell<T> {
	readonly count: number;
	readonly choices: readonly T[];
}
interface Choice {
	readonly item: Pick<Item, 'id' | 'enemies'>;
}
interface OpenCell<T> {
	readonly index: number;
	readonly need: number;
	readonly choices: readonly T[];
}
interface Search<T> {
	readonly foes: ReadonlyMap<string, ReadonlySet<string>>;
	readonly picked: T[][];
	deadEnds: number;
}

// Only a bank whose enemies form a hard puzzle gets here; such a form is refused when the round is set up.
const MOST_DEAD_ENDS = 50_000;

/**
 * Picks `count` different items for every cell, never two enemies, nor one item twice. The draws decide
 * which; the same draws pick the same. Steps back where a choice leads nowhere, so that it answers null
 * only when the cells cannot be filled together.
 */
export function pickItems<T extends Choice>(
	cells: readonly PickCell<T>[],
	draw: (below: number) => number
): T[][] | null {
	const search: Search<T> = {
		foes: foesById(cells.flatMap((cell) => cell.choices)),
		picked: cells.map(() => []),
		deadEnds: 0
	};
	const open = cells.map((cell, index) => ({
		index,
		need: cell.count,
		choices: shuffled(cell.choices, draw)
	}));
	return fill(search, open) ? search.picked : null;
}

/** Can the cells be filled at all? The gate of a blueprint asks this. */
export function canFill<T extends Choice>(cells: readonly PickCell<T>[]): boolean {
	return pickItems(cells, () => 0) !== null;
}

/** Enemies hold on both sides even where the file names them on one. */
function foesById<T extends Choice>(choices: readonly T[]): Map<string, Set<string>> {
	const foes = new Map(choices.map(({ item }) => [item.id, new Set([item.id])]));
	for (const { item } of choices)
		for (const enemy of item.enemies ?? []) {
			foes.get(item.id)?.add(enemy);
			foes.get(enemy)?.add(item.id);
		}
	return foes;
}

function fill<T extends Choice>(search: Search<T>, cells: readonly OpenCell<T>[]): boolean {
	const tightest = leastSlack(cells);
	if (tightest === undefined) return true;
	if (cells.some((cell) => !hasRoom(search, cell))) {
		search.deadEnds += 1;
		return false;
	}
	for (const [tried, choice] of tightest.choices.entries()) {
		if (search.deadEnds > MOST_DEAD_ENDS) return false;
		search.picked[tightest.index]?.push(choice);
		const rest = {
			...tightest,
			need: tightest.need - 1,
			choices: tightest.choices.slice(tried + 1)
		};
		const next = cells.map((cell) => (cell === tightest ? rest : cell));
		if (fill(search, withoutFoes(search, next, choice))) return true;
		search.picked[tightest.index]?.pop();
	}
	return false;
}

function leastSlack<T>(cells: readonly OpenCell<T>[]): OpenCell<T> | undefined {
	let best: OpenCell<T> | undefined;
	for (const cell of cells)
		if (cell.need > 0 && (best === undefined || slack(cell) < slack(best))) best = cell;
	return best;
}

function slack<T>(cell: OpenCell<T>): number {
	return cell.choices.length - cell.need;
}

function withoutFoes<T extends Choice>(
	search: Search<T>,
	cells: readonly OpenCell<T>[],
	choice: T
): OpenCell<T>[] {
	const foes = search.foes.get(choice.item.id) ?? new Set();
	return cells
		.filter((cell) => cell.need > 0)
		.map((cell) => ({ ...cell, choices: cell.choices.filter((c) => !foes.has(c.item.id)) }));
}

/** Counting is enough until the first dead end; then groups of mutual enemies, which give one item each. */
function hasRoom<T extends Choice>(search: Search<T>, cell: OpenCell<T>): boolean {
	if (slack(cell) < 0) return false;
	return search.deadEnds === 0 || enemyGroups(search, cell.choices) >= cell.need;
}

function enemyGroups<T extends Choice>(search: Search<T>, choices: readonly T[]): number {
	const groups: string[][] = [];
	for (const { item } of choices) {
		const foes = search.foes.get(item.id);
		const group = groups.find((members) => members.every((member) => foes?.has(member)));
		if (group) group.push(item.id);
		else groups.push([item.id]);
	}
	return groups.length;
}
