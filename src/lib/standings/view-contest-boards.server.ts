import { findContest, listRounds } from '#lib/contest/contests.reads.server.ts';
import type { RoundSummary } from '#lib/contest/contest-summary.ts';
import {
	getNamesForRules,
	listDrawsShown,
	type DrawShown
} from '#lib/contest/references.reads.server.ts';
import { getPublicIdsShown, type PublicIdsShown } from '#lib/contest/rosters.reads.server.ts';
import { roundPhase } from '#lib/contest/round-phase.ts';
import { rulesInWords } from '#lib/contest/rules-in-words.ts';
import type { Collective } from '#lib/contest/rules.ts';
import type { ReadContext } from '#lib/identity/context.ts';
import type { Day } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import type { Audience } from '#lib/units/audience.ts';
import type { RankingChain } from './ranking-keys.ts';
import { refuse, type StandingsRefusal } from './refusals.ts';

/** What stands around the boards of a contest: their rounds, groups and leagues, and how units are ranked. */
export interface ContestBoards {
	readonly code: string;
	readonly title: string;
	readonly rounds: readonly RoundSummary[];
	readonly groups: readonly Titled[];
	readonly leagues: readonly Titled[];
	/** The chain of the final; a round's comes with its board. */
	readonly finalChain: RankingChain;
	/** null: units are counted, not ranked. */
	readonly collective: Pick<Collective, 'formula' | 'gate'> | null;
	/** The rules of the collective ranking, in the words of the thể lệ. */
	readonly collectiveInWords: readonly string[];
	/** Whom a headcount counts, and on which day. */
	readonly headcountAudience: Audience;
	readonly headcountAsOf: Day;
	readonly draws: readonly DrawShown[];
	readonly publicIds: PublicIdsShown;
}

interface Titled {
	readonly id: string;
	readonly title: string;
}

/** Everyone may look. */
export async function viewContestBoards(
	ctx: ReadContext,
	{ code }: { readonly code: string }
): Promise<Outcome<ContestBoards, StandingsRefusal>> {
	const contest = await findContest(ctx.db, code);
	if (contest === undefined) return refuse('not-found');
	const { definition, title, headcountAsOf } = contest;
	const rounds = await listRounds(ctx.db, code);
	const names = await getNamesForRules(ctx.db, contest, rounds);
	const articles = rulesInWords(definition, names, ctx.language);
	const { collective, ranking } = definition.rules;
	return ok({
		code,
		title,
		rounds: rounds.map(({ id, key, title: name, kind, opensAt, closesAt }) => {
			const phase = roundPhase({ opensAt, closesAt }, ctx.at);
			return { id, key, title: name, kind, opensAt, closesAt, phase };
		}),
		groups: titles(definition.groups),
		leagues: titles(definition.leagues),
		finalChain: ranking.final,
		collective: collective && { formula: collective.formula, gate: collective.gate },
		collectiveInWords: articles.find(({ key }) => key === 'collective')?.sentences ?? [],
		headcountAudience: definition.headcountAudience,
		headcountAsOf,
		draws: await listDrawsShown(ctx.db, { code, rounds }, ctx.at),
		publicIds: await getPublicIdsShown(ctx.db, code)
	});
}

function titles(list: readonly Titled[]): Titled[] {
	return list.map(({ id, title }) => ({ id, title }));
}
