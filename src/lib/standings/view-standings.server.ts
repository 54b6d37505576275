import { findRound, type RoundOfContest } from '#lib/contest/contests.reads.server.ts';
import { roundPhase } from '#lib/contest/round-phase.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { subtreeKeysOn } from '#lib/units/units.reads.server.ts';
import { findBoard } from './board.reads.server.ts';
import { readPeoplePage } from './people-page.server.ts';
import { withoutPrediction, type RankingChain } from './ranking-keys.ts';
import { refuse, type StandingsRefusal } from './refusals.ts';
import type { PersonStanding, UnitStanding } from './standings-row.ts';
import { readUnitsPage } from './units-page.server.ts';
import type { ViewStandings } from './view-standings.schema.ts';

interface Board {
	readonly asOf: Instant;
	/** Never falls; 0 before the first attempt. */
	readonly watermark: number;
	/** The round is open, or an attempt of it still runs: ranks move, and nothing shows the prediction. */
	readonly provisional: boolean;
	readonly chain: RankingChain;
	/** The predicted quantity as it came out; null without a prediction, and while provisional. */
	readonly actual: number | null;
	/** The cursor of the next page; null: this was the last. */
	readonly next: string | null;
}

export interface PersonStandings extends Board {
	readonly by: 'person';
	readonly rows: readonly PersonStanding[];
	/** The reader's own row, wherever it stands. */
	readonly own: PersonStanding | null;
}

export interface UnitStandings extends Board {
	readonly by: 'unit';
	readonly rows: readonly UnitStanding[];
}

export type StandingsShown = PersonStandings | UnitStandings;

/** A page of the latest snapshot of a round's boards; everyone may look (contract §2 Standings). */
export async function viewStandings(
	ctx: ReadContext,
	input: ViewStandings
): Promise<Outcome<StandingsShown, StandingsRefusal>> {
	const round = await findRound(ctx.db, input.id);
	if (round === undefined) return refuse('not-found');
	const { definition } = round.contest;
	if (input.group !== undefined && !definition.groups.some(({ id }) => id === input.group))
		return refuse('not-found');
	const board = await boardOf(ctx, round);
	const page = {
		round,
		provisional: board.provisional,
		chain: board.chain,
		group: input.group ?? null,
		unitKeys: await unitsAsked(ctx, round, input.unit),
		offset: Number(input.cursor ?? 0),
		limit: input.limit
	};
	if (input.by === 'unit') return ok({ by: 'unit', ...board, ...(await readUnitsPage(ctx, page)) });
	return ok({ by: 'person', ...board, ...(await readPeoplePage(ctx, page)) });
}

async function boardOf(ctx: ReadContext, round: RoundOfContest): Promise<Omit<Board, 'next'>> {
	const found = await findBoard(ctx.db, round.id);
	const { round: whole } = round.contest.definition.rules.ranking;
	const isOver = roundPhase(round, ctx.at) === 'closed';
	const provisional = found ? !(found.settled && isOver) : !isOver;
	return {
		asOf: found?.asOf ?? round.contest.importedAt,
		watermark: found?.watermark ?? 0,
		provisional,
		chain: provisional ? withoutPrediction(whole) : whole,
		actual: provisional ? null : (found?.actual ?? null)
	};
}

async function unitsAsked(
	ctx: ReadContext,
	round: RoundOfContest,
	unitKey: string | undefined
): Promise<string[] | null> {
	if (unitKey === undefined) return null;
	const { rankedUnits, headcountAsOf } = round.contest.definition;
	return await subtreeKeysOn(ctx.db, [unitKey], rankedUnits.tree, headcountAsOf);
}
