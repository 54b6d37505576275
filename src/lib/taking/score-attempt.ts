import type { Item } from '#lib/bank/item.ts';
import type { BlueprintCell } from '#lib/contest/definition.ts';
import type { FormCell, PaperSlot } from './draw-paper.ts';
import type { Response } from './response-shape.ts';
import { scoreResponse } from './score-response.ts';

/** A paper with the items (keys and all) of its versions. */
export interface KeyedPaper {
	/** By position, from 1 at index 0. */
	readonly paper: readonly PaperSlot[];
	itemOf(itemVersionId: string): Item;
}

export interface GivenResponse {
	readonly position: number;
	readonly response: Response;
}

export interface PositionMarks {
	readonly position: number;
	readonly marks: number;
	/** Full marks of the position. */
	readonly of: number;
}

/** Whole marks of an attempt: a pure function of the paper and the newest responses. */
export function scoreAttempt(paper: KeyedPaper, responses: readonly GivenResponse[]): number {
	return marksByPosition(paper, responses).reduce((sum, { marks }) => sum + marks, 0);
}

/** Marks of every position, in order; 0 where nothing was answered. Never shown before the round closes. */
export function marksByPosition(
	{ paper, itemOf }: KeyedPaper,
	responses: readonly GivenResponse[]
): PositionMarks[] {
	const given = new Map(responses.map(({ position, response }) => [position, response]));
	return paper.map(({ itemVersionId, marks: of }, index) => {
		const position = index + 1;
		const response = given.get(position) ?? null;
		return { position, marks: scoreResponse(itemOf(itemVersionId), response, of), of };
	});
}

/** Full marks of every paper drawn from a form. */
export function fullMarks(cells: readonly Pick<FormCell, 'count' | 'marks'>[]): number {
	return cells.reduce((sum, cell) => sum + cell.count * cell.marks, 0);
}

/**
 * Full marks of a round: of its frozen form; of the blueprint where the round was held elsewhere and has
 * none (a cell without marks then counts one a question, as the papers of such rounds do).
 */
export function maxScoreOf(
	blueprint: readonly BlueprintCell[],
	form: { readonly cells: readonly Pick<FormCell, 'count' | 'marks'>[] } | undefined
): number {
	if (form) return fullMarks(form.cells);
	return fullMarks(blueprint.map(({ count, marks }) => ({ count, marks: marks ?? 1 })));
}
