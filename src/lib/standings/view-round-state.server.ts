import { findRound } from '#lib/contest/contests.reads.server.ts';
import { roundPhase, type RoundPhase, type RoundWindow } from '#lib/contest/round-phase.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { findBoard } from './board.reads.server.ts';
import { refuse, type StandingsRefusal } from './refusals.ts';

/** What an event stream of a round goes by: its phase, when that changes, and how far its board is. */
export interface RoundStateShown extends RoundWindow {
	readonly phase: RoundPhase;
	/** Never falls; 0 before the first snapshot. */
	readonly watermark: number;
}

/** Everyone may look. */
export async function viewRoundState(
	ctx: ReadContext,
	input: { readonly roundId: string }
): Promise<Outcome<RoundStateShown, StandingsRefusal>> {
	const round = await findRound(ctx.db, input.roundId);
	if (round === undefined) return refuse('not-found');
	const { opensAt, closesAt } = round;
	const board = await findBoard(ctx.db, round.id);
	const watermark = board?.watermark ?? 0;
	return ok({ opensAt, closesAt, phase: roundPhase(round, ctx.at), watermark });
}
