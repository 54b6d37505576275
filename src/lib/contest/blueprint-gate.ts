import type { Item } from '#lib/bank/item.ts';
import { canFill } from '#lib/bank/pick-items.ts';
import { losesPartialMarks } from '#lib/bank/scoring-schemes.ts';
import type { BlueprintCell, ContestDefinition } from './definition.ts';

export type GateColour = 'green' | 'amber' | 'red';
export type GateReason =
	/** Fewer drawable items than the cell asks for. */
	| 'too-few'
	/** Enough by number, but enemies never let a paper be filled. */
	| 'enemies'
	/** No marks are named and the items weigh differently: papers would have different full marks. */
	| 'uneven-weights'
	/** Fewer than `minBankFactor` × count: papers will look alike. */
	| 'below-factor'
	/** The cell's marks round a partly right answer down to 0. */
	| 'partial-marks-lost';

export interface GateCell extends BlueprintCell {
	/** Drawable items of this cell. */
	readonly usable: number;
	readonly colour: GateColour;
	readonly reasons: readonly GateReason[];
}

/**
 * Contract §3 "The gate". `fillable` false: no paper can be drawn, or not every paper would have the same
 * full marks, and the round cannot start. Such a gate is red.
 */
export interface Gate {
	readonly colour: GateColour;
	readonly fillable: boolean;
	readonly cells: readonly GateCell[];
}

const redReasons: readonly GateReason[] = ['too-few', 'enemies', 'uneven-weights'];

/** A drawable item version. */
export interface Drawable {
	readonly item: Item;
}

/** The items a cell draws from: its topic and, where named, its level. */
export function itemsOfCell<T extends Drawable>(cell: BlueprintCell, drawable: readonly T[]): T[] {
	return drawable.filter(
		({ item }) => item.topic === cell.topic && (cell.level === null || item.level === cell.level)
	);
}

/** Holds a blueprint against the items that may be drawn on the day its round opens. */
export function blueprintGate(
	{ blueprint, minBankFactor }: Pick<ContestDefinition, 'blueprint' | 'minBankFactor'>,
	drawable: readonly Drawable[]
): Gate {
	const filled = blueprint.map((cell) => ({ cell, choices: itemsOfCell(cell, drawable) }));
	const cells = filled.map(({ cell, choices }) => gateCell(cell, choices, minBankFactor));
	const isEven = !cells.some((cell) => cell.reasons.includes('uneven-weights'));
	const fillable =
		isEven && canFill(filled.map(({ cell, choices }) => ({ count: cell.count, choices })));
	return { colour: fillable ? worst(cells) : 'red', fillable, cells };
}

function gateCell(
	cell: BlueprintCell,
	choices: readonly Drawable[],
	minBankFactor: number
): GateCell {
	const reasons: GateReason[] = [];
	if (choices.length < cell.count) reasons.push('too-few');
	else if (!canFill([{ count: cell.count, choices }])) reasons.push('enemies');
	else if (choices.length < minBankFactor * cell.count) reasons.push('below-factor');
	const { marks } = cell;
	if (marks === null && new Set(choices.map(({ item }) => item.weight)).size > 1)
		reasons.push('uneven-weights');
	if (marks !== null && choices.some(({ item }) => losesPartialMarks(item, marks)))
		reasons.push('partial-marks-lost');
	const isRed = reasons.some((reason) => redReasons.includes(reason));
	const colour = isRed ? 'red' : reasons.length > 0 ? 'amber' : 'green';
	return { ...cell, usable: choices.length, colour, reasons };
}

function worst(cells: readonly GateCell[]): GateColour {
	if (cells.some((cell) => cell.colour === 'red')) return 'red';
	return cells.some((cell) => cell.colour === 'amber') ? 'amber' : 'green';
}
