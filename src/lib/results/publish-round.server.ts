import {
	findContest,
	listRounds,
	type Contest,
	type Round
} from '#lib/contest/contests.reads.server.ts';
import { permits } from '#lib/identity/abilities.ts';
import type { WriteContext } from '#lib/identity/context.ts';
import { sha256Hex } from '#lib/kernel/digest.ts';
import { dayOf } from '#lib/kernel/instant.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { isRoundRunning } from '#lib/standings/board.reads.server.ts';
import { lineageOn } from '#lib/units/units.reads.server.ts';
import type { BundleSource } from './bundle.ts';
import type { BundleProblem } from './bundle-problem.ts';
import { gatherBundle, type Gathering } from './full-bundle.server.ts';
import { publicForm, type BundleTexts } from './public-form.ts';
import { getNextVersion } from './publications.reads.server.ts';
import { insertPublication, lockPublishing } from './publications.writes.server.ts';
import { listedRounds } from './published-rules.ts';
import type { PublishRound } from './publish-round.schema.ts';
import { recompute, standingsText } from './recompute.ts';
import { refuse, type ResultsRefusal } from './refusals.ts';

export interface Published {
	readonly contestCode: string;
	readonly roundKey: string | null;
	readonly version: number;
	/** sha256 of standings.json. */
	readonly standingsSha256: string;
	readonly participants: number;
}

/**
 * Freezes the next version of a round's results, or of the whole contest's: gathers the bundle and computes
 * it by the very function of `khoabang recompute`. Refuses while a listed round is open or an attempt of
 * it runs, and by name what belongs to a later version.
 */
export async function publishRound(
	ctx: WriteContext,
	input: PublishRound
): Promise<Outcome<Published, ResultsRefusal>> {
	const contest = await findContest(ctx.tx, input.contestCode);
	if (contest === undefined || !(await mayPublish(ctx, contest))) return refuse('not-found');
	const all = await listRounds(ctx.tx, contest.code);
	const round = all.find(({ key }) => key === input.roundKey) ?? null;
	if (input.roundKey !== null && round === null) return refuse('not-found');
	const rounds = listedRounds(all, round);
	const waiting = await stillWaiting(ctx, rounds);
	if (waiting !== null) return waiting;
	await lockPublishing(ctx.tx, contest.code);
	const version = await getNextVersion(ctx.tx, contest.code, round?.id ?? null);
	const whole = round === null;
	return await freeze(ctx, round, { contest, rounds, whole, version, at: ctx.at });
}

async function mayPublish(ctx: WriteContext, contest: Contest): Promise<boolean> {
	const lineage = await lineageOn(ctx.tx, contest.organiserKey, dayOf(ctx.at));
	return permits(ctx.actor, 'result.publish', lineage);
}

async function stillWaiting(ctx: WriteContext, rounds: readonly Round[]) {
	for (const { id, title, closesAt } of rounds) {
		if (ctx.at < closesAt) return refuse('round-not-closed', { facts: { title, closesAt } });
		if (await isRoundRunning(ctx.tx, id, ctx.at))
			return refuse('attempts-running', { facts: { title } });
	}
	return null;
}

async function freeze(
	ctx: WriteContext,
	round: Round | null,
	gathering: Gathering
): Promise<Outcome<Published, ResultsRefusal>> {
	const { contest, version } = gathering;
	const full = await gatherBundle(ctx.tx, gathering);
	const computed = recompute(sourceOf(full));
	if (!computed.ok) return unsound(computed.problems);
	const standings = standingsText(computed.standings);
	const standingsSha256 = sha256Hex(standings);
	await insertPublication(ctx.tx, {
		id: ctx.random.id(),
		contestCode: contest.code,
		roundId: round?.id ?? null,
		version,
		publishedAt: ctx.at,
		publishedBy: ctx.actor.accountId,
		standings,
		standingsSha256,
		full,
		open: publicForm(sourceOf(full))
	});
	const { groups } = computed.standings.final;
	const participants = groups.reduce((sum, { rows }) => sum + rows.length, 0);
	const roundKey = round?.key ?? null;
	return ok({ contestCode: contest.code, roundKey, version, standingsSha256, participants });
}

function sourceOf({ contest, attempts }: BundleTexts): BundleSource {
	return { contest, attempts: () => attempts.split('\n') };
}

function unsound(problems: readonly BundleProblem[]) {
	const later = problems.filter(({ code }) => code === 'later-version');
	const named = (later.length > 0 ? later : problems)
		.slice(0, 5)
		.map(({ facts }) => [facts['field'], facts['found']].filter(Boolean).join(': '))
		.join('; ');
	return refuse(later.length > 0 ? 'rules-later' : 'bundle-unsound', { facts: { named } });
}
