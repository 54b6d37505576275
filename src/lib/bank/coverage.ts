import { isDrawable, type DrawConditions, type Item } from './item.ts';

/** A cell of a blueprint, as far as counting needs it; without a level, every level counts. */
export interface CoverageCell {
	readonly topic: string;
	readonly level?: string | null | undefined;
}

/** Does this item belong to the cell? */
export function isOfCell(cell: CoverageCell, item: Pick<Item, 'topic' | 'level'>): boolean {
	return item.topic === cell.topic && (cell.level ?? item.level) === item.level;
}

/**
 * How many items of a bank each cell may draw from: approved, valid on the day, of a drawn type, sharing
 * an audience (contract §3, contest.json `blueprint`). In the order of the cells.
 */
export function coverageOf(
	cells: readonly CoverageCell[],
	items: readonly Item[],
	conditions: DrawConditions
): number[] {
	const drawable = items.filter((item) => isDrawable(item, conditions));
	return cells.map((cell) => drawable.filter((item) => isOfCell(cell, item)).length);
}
