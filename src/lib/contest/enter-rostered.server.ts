import type { WriteContext } from '#lib/identity/context.ts';
import { ok, type Outcome } from '#lib/kernel/outcome.ts';
import { recordForConsumers } from '#lib/server/jobs/outbox.server.ts';
import { findContest, listContestsTakingEntries, type Contest } from './contests.reads.server.ts';
import type { Entry } from './entries.reads.server.ts';
import { insertEntries, recordEntryPlace } from './entries.writes.server.ts';
import { choosePlace, placesOf, type ContestScope } from './entry.ts';
import { getScope, listRosteredUnplaced, type RosteredMembership } from './places.reads.server.ts';
import { refuse, type ContestRefusal } from './refusals.ts';
import { publicId, registeredAt } from './entry.ts';
import { getContestSecret } from './secrets.reads.server.ts';

export interface EnterRostered {
	/** One contest; by default those whose last round is not closed for longer than a day. */
	readonly contestCode?: string | undefined;
}

const BATCH = 1000;

/**
 * Enters everybody in scope on a confirmed roster who has no entry yet (contract §2 "Counting",
 * registered): a job that pulls, since rosters never call forward. Again: nobody twice.
 */
export async function enterRostered(
	ctx: WriteContext,
	input: EnterRostered
): Promise<Outcome<{ entered: number }, ContestRefusal>> {
	if (ctx.actor.kind !== 'operator') return refuse('not-found');
	const contests = await contestsAsked(ctx, input);
	if (contests === undefined) return refuse('not-found');
	let entered = 0;
	for (const contest of contests) entered += await enterInto(ctx, contest);
	return ok({ entered });
}

async function contestsAsked(
	ctx: WriteContext,
	{ contestCode }: EnterRostered
): Promise<Contest[] | undefined> {
	if (contestCode === undefined) return await listContestsTakingEntries(ctx.tx, ctx.at);
	const contest = await findContest(ctx.tx, contestCode);
	return contest === undefined ? undefined : [contest];
}

async function enterInto(ctx: WriteContext, contest: Contest): Promise<number> {
	const scope = await getScope(ctx.tx, contest);
	const found = await listRosteredUnplaced(ctx.tx, contest, { scope, at: ctx.at });
	if (found.length === 0) return 0;
	const { secret } = await getContestSecret(ctx.tx, contest.code);
	const people = Map.groupBy(found, (membership) => membership.personId);
	const entries = [...people].flatMap(([personId, memberships]) =>
		entryOf({ contest, scope, personId, memberships, at: ctx.at, secret })
	);
	let entered = 0;
	for (let from = 0; from < entries.length; from += BATCH)
		entered += await keep(ctx, entries.slice(from, from + BATCH));
	return entered;
}

interface Candidate {
	readonly contest: Contest;
	readonly scope: ContestScope;
	readonly personId: string;
	readonly memberships: readonly RosteredMembership[];
	readonly at: WriteContext['at'];
	readonly secret: Uint8Array;
}

function entryOf({ contest, scope, personId, memberships, at, secret }: Candidate): Entry[] {
	const choice = choosePlace(placesOf(contest.definition, scope, memberships), undefined);
	if (choice.kind === 'nowhere') return [];
	const place = choice.kind === 'placed' ? choice.place : { unitKey: null, groupId: null };
	return [
		{
			contestCode: contest.code,
			personId,
			registeredAt: registeredAt(memberships, contest, at),
			...place,
			publicId: publicId(secret, personId)
		}
	];
}

/** Inserts the new ones, places those that were waiting, and tells the consumers of both. */
async function keep(ctx: WriteContext, entries: readonly Entry[]): Promise<number> {
	const inserted = await insertEntries(ctx.tx, entries);
	const isNew = new Set(inserted.map((entry) => entry.personId));
	const told = [...inserted];
	for (const entry of entries) {
		const { unitKey, groupId } = entry;
		if (isNew.has(entry.personId) || unitKey === null) continue;
		if (await recordEntryPlace(ctx.tx, entry, { unitKey, groupId })) told.push(entry);
	}
	await recordForConsumers(
		ctx.tx,
		told.map(({ contestCode, personId }) => ({
			kind: 'entry',
			contestCode,
			personId,
			roundId: null,
			attemptId: null,
			at: ctx.at
		}))
	);
	return inserted.length;
}
