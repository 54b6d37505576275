import type { ReadContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { contestWords } from '#lib/messages/contest.ts';
import { findPerson } from '#lib/people/people.reads.server.ts';
import { contestSummary, type ContestSummary } from './contest-summary.ts';
import { findContest, listRounds, type Contest, type Round } from './contests.reads.server.ts';
import type { ContestBasis } from './definition.ts';
import {
	getNamesForRules,
	getUnitNames,
	listDrawsShown,
	type DrawShown
} from './references.reads.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';
import { rulesAsTexts, rulesInWords, type Article } from './rules-in-words.ts';
import { getStanding, type Standing } from './standing.reads.server.ts';
import { startHindrance, type HindranceCode } from './start-hindrance.ts';
import type { ViewContest } from './view-contest.schema.ts';

/** Contract §2 "Contest", and what the page shows beside it. */
export interface ContestShown extends ContestSummary {
	readonly basis: ContestBasis | null;
	/** The thể lệ, an article a text. */
	readonly rules: readonly string[];
	readonly articles: readonly Article[];
	readonly groups: readonly { readonly id: string; readonly title: string }[];
	readonly draws: readonly DrawShown[];
	readonly may: { readonly start: MayStart };
	readonly me: Me | null;
}

export interface MayStart {
	readonly allowed: boolean;
	/** The round that a start would be in; null: the contest has no round. */
	readonly roundId: string | null;
	readonly code: HindranceCode | null;
	/** The sentence to the code, in the reader's language. */
	readonly why: string | null;
}

/** The caller, as a contestant of this contest. */
export interface Me {
	readonly name: string;
	/** This contest has registered them. */
	readonly entered: boolean;
	readonly inScope: boolean;
	/** One: theirs; several: to choose from at the start. */
	readonly units: readonly { readonly key: string; readonly name: string }[];
	readonly group: string | null;
}

/** The public page of a contest: thể lệ, rounds, draws, and what the caller may do now and why not. */
export async function viewContest(
	ctx: ReadContext,
	{ code }: ViewContest
): Promise<Outcome<ContestShown, ContestRefusal>> {
	const contest = await findContest(ctx.db, code);
	if (contest === undefined) return refuse('not-found');
	const { definition } = contest;
	const rounds = await listRounds(ctx.db, code);
	const names = await getNamesForRules(ctx.db, contest, rounds);
	const articles = rulesInWords(definition, names, ctx.language);
	const organiserName = (await getUnitNames(ctx.db, [contest.organiserKey], ctx.at))(
		contest.organiserKey
	);
	const summary = contestSummary(definition, { rounds, organiserName }, ctx.at);
	const standing = await getStanding(ctx.db, contest, ctx);
	return ok({
		...summary,
		basis: definition.basis,
		rules: rulesAsTexts(articles, ctx.language),
		articles,
		groups: definition.groups.map(({ id, title }) => ({ id, title })),
		draws: await listDrawsShown(ctx.db, { code, rounds }, ctx.at),
		may: { start: mayStart(ctx, contest, { standing, rounds, current: summary.currentRoundId }) },
		me: await me(ctx, contest, standing)
	});
}

function mayStart(
	{ at, language }: ReadContext,
	contest: Contest,
	asked: {
		readonly standing: Standing;
		readonly rounds: readonly Round[];
		readonly current: string | null;
	}
): MayStart {
	const round = asked.rounds.find(({ id }) => id === asked.current);
	if (round === undefined) return { allowed: false, roundId: null, code: null, why: null };
	const { rules } = contest.definition;
	const hindrance = startHindrance({ ...round, rules }, asked.standing.asker, at);
	const roundId = round.id;
	if (hindrance === null) return { allowed: true, roundId, code: null, why: null };
	const why = contestWords[language].hindrances[hindrance.code](hindrance.facts);
	return { allowed: false, roundId, code: hindrance.code, why };
}

async function me(ctx: ReadContext, contest: Contest, standing: Standing): Promise<Me | null> {
	const { personId } = ctx.actor;
	const person = personId === null ? undefined : await findPerson(ctx.db, personId);
	if (person === undefined) return null;
	const { entry, places } = standing;
	const keys = places.map((place) => place.unitKey);
	const nameOf = await getUnitNames(ctx.db, keys, ctx.at);
	const groupId = places.length === 1 ? places[0]?.groupId : null;
	return {
		name: person.name,
		entered: entry !== null,
		inScope: places.length > 0,
		units: keys.map((key) => ({ key, name: nameOf(key) })),
		group: contest.definition.groups.find(({ id }) => id === groupId)?.title ?? null
	};
}
