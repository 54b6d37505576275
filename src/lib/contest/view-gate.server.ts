import { drawableTypes } from '#lib/bank/item.ts';
import { listDrawableVersions } from '#lib/bank/items.reads.server.ts';
import { permits } from '#lib/identity/abilities.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { lineageOn } from '#lib/units/units.reads.server.ts';
import { blueprintGate, type Gate } from './blueprint-gate.ts';
import { findContest, listRounds, type Contest, type Round } from './contests.reads.server.ts';
import { listTerms } from './references.reads.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';
import { roundPhase, type RoundPhase } from './round-phase.ts';
import type { ViewContest } from './view-contest.schema.ts';

export interface GateShown {
	readonly code: string;
	readonly title: string;
	readonly bank: string;
	readonly minBankFactor: number;
	/** Titles of topics and levels, by code. */
	readonly terms: Readonly<Record<string, string>>;
	readonly rounds: readonly {
		readonly key: string;
		readonly title: string;
		readonly phase: RoundPhase;
		readonly gate: Gate;
	}[];
}

/** The blueprint gate of each round, for the contest's organiser: items valid on the day it opens. */
export async function viewGate(
	ctx: ReadContext,
	{ code }: ViewContest
): Promise<Outcome<GateShown, ContestRefusal>> {
	if (ctx.actor.kind === 'anonymous') return refuse('sign-in-needed');
	const contest = await findContest(ctx.db, code);
	if (contest === undefined) return refuse('not-found');
	const lineage = await lineageOn(ctx.db, contest.organiserKey, dayOf(ctx.at));
	if (!permits(ctx.actor, 'contest.manage', lineage)) return refuse('not-found');
	const terms = await listTerms(ctx.db, contest.bankCode);
	const rounds = [];
	for (const round of await listRounds(ctx.db, code))
		rounds.push({
			key: round.key,
			title: round.title,
			phase: roundPhase(round, ctx.at),
			gate: await gateOf(ctx, contest, round)
		});
	return ok({
		code,
		title: contest.title,
		bank: contest.bankCode,
		minBankFactor: contest.definition.minBankFactor,
		terms: Object.fromEntries(terms.map((term) => [term.code, term.title])),
		rounds
	});
}

async function gateOf(ctx: ReadContext, { definition }: Contest, round: Round): Promise<Gate> {
	const drawable = await listDrawableVersions(ctx.db, {
		bankCode: definition.bank,
		on: dayOf(round.opensAt),
		audiences: definition.audiences,
		types: drawableTypes
	});
	return blueprintGate(definition, drawable);
}
