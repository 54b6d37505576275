import type { BlueprintCell } from '#lib/contest/definition.ts';
import { fullMarks } from './score-attempt.ts';
import type { RoundForm } from './round-form.ts';

/**
 * Full marks of a round: of its frozen form; of the blueprint where the round was held elsewhere and has
 * none (a cell without marks then counts one a question, as the papers of such rounds do).
 */
export function maxScoreOf(
	blueprint: readonly BlueprintCell[],
	form: RoundForm | undefined
): number {
	if (form) return fullMarks(form.cells);
	return fullMarks(blueprint.map(({ count, marks }) => ({ count, marks: marks ?? 1 })));
}
