import type { ReadContext } from '#lib/identity/context.ts';
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
import { getPublicIdsShown, type PublicIdsShown } from './rosters.reads.server.ts';
import { rulesAsTexts, rulesInWords, type Article } from './rules-in-words.ts';
import { getStanding, type Standing } from './standing.reads.server.ts';
import type { Rules } from './rules.ts';
import { startHindrance, type Asker, type HindranceCode } from './start-hindrance.ts';

/** Contract §2 "Contest", and what the page shows beside it. */
export interface ContestShown extends ContestSummary {
	readonly basis: ContestBasis | null;
	/** The thể lệ, an article a text. */
	readonly rules: readonly string[];
	readonly articles: readonly Article[];
	readonly groups: readonly { readonly id: string; readonly title: string }[];
	readonly draws: readonly DrawShown[];
	readonly publicIds: PublicIdsShown;
	readonly may: { readonly start: MayStart };
	readonly me: Me | null;
}

export interface MayStart {
	readonly allowed: boolean;
	/** The round that a start would be in; null: the contest has no round. */
	readonly roundId: string | null;
	/** null: not a contestant, or not known here. */
	readonly attemptsLeft: number | null;
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

export interface ContestAsked {
	readonly code: string;
	/** Attempts the caller has started in a round; they belong to taking, which may answer it. */
	readonly attemptsUsed?: (roundId: string) => Promise<number>;
}

/** A contest as its page shows it to the caller; `undefined` when there is none of this code. */
export async function findContestPage(
	ctx: ReadContext,
	{ code, attemptsUsed }: ContestAsked
): Promise<ContestShown | undefined> {
	const contest = await findContest(ctx.db, code);
	if (contest === undefined) return undefined;
	const { definition, organiserKey } = contest;
	const rounds = await listRounds(ctx.db, code);
	const names = await getNamesForRules(ctx.db, contest, rounds);
	const articles = rulesInWords(definition, names, ctx.language);
	const organiserName = (await getUnitNames(ctx.db, [organiserKey], ctx.at))(organiserKey);
	const summary = contestSummary(definition, { rounds, organiserName }, ctx.at);
	const standing = await getStanding(ctx.db, contest, ctx);
	const round = rounds.find(({ id }) => id === summary.currentRoundId);
	const used = round === undefined ? undefined : await attemptsUsed?.(round.id);
	return {
		...summary,
		basis: definition.basis,
		rules: rulesAsTexts(articles, ctx.language),
		articles,
		groups: definition.groups.map(({ id, title }) => ({ id, title })),
		draws: await listDrawsShown(ctx.db, { code, rounds }, ctx.at),
		publicIds: await getPublicIdsShown(ctx.db, code),
		may: {
			start: mayStart(ctx, round && { ...round, rules: definition.rules }, withUsed(standing, used))
		},
		me: await me(ctx, contest, standing)
	};
}

function withUsed({ asker }: Standing, attemptsUsed: number | undefined): Asker {
	return asker.kind === 'person' ? { ...asker, attemptsUsed } : asker;
}

function mayStart(
	{ at, language }: ReadContext,
	round: (Round & { readonly rules: Rules }) | undefined,
	asker: Asker
): MayStart {
	const nothing = { allowed: false, roundId: null, attemptsLeft: null, code: null, why: null };
	if (round === undefined) return nothing;
	const known = { ...nothing, roundId: round.id, attemptsLeft: attemptsLeft(asker) };
	const hindrance = startHindrance(round, asker, at);
	if (hindrance === null) return { ...known, allowed: true };
	const why = contestWords[language].hindrances[hindrance.code](hindrance.facts);
	return { ...known, code: hindrance.code, why };
}

function attemptsLeft(asker: Asker): number | null {
	if (asker.kind !== 'person' || asker.attemptsUsed === undefined) return null;
	return Math.max(0, asker.attemptsMax - asker.attemptsUsed);
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
