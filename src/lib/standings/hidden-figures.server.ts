import { listRounds, type Contest } from '#lib/contest/contests.reads.server.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { listBoardRounds } from './board.reads.server.ts';
import { hiddenFigures, type HiddenFigure } from './hidden-figures.ts';

/** Which counts of a contest nobody may see now, because people still predict what they tell. */
export async function listHiddenFigures(
	ctx: ReadContext,
	{ code, definition }: Contest
): Promise<ReadonlySet<HiddenFigure>> {
	const { rules, blueprint } = definition;
	if (rules.prediction === null) return new Set();
	const rounds = await listRounds(ctx.db, code);
	const ids = rounds.map(({ id }) => id);
	const boards = await listBoardRounds(ctx.db, ids);
	const settled = new Map(boards.map((board) => [board.roundId, board.settled]));
	const questions = blueprint.reduce((sum, { count }) => sum + count, 0);
	const predicted = rounds.map(({ id, opensAt, closesAt }) => ({
		...{ opensAt, closesAt, settled: settled.get(id) ?? null }
	}));
	return hiddenFigures({ rules, questions, rounds: predicted }, ctx.at);
}
