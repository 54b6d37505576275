import type { Contest, Round } from '#lib/contest/contests.reads.server.ts';
import {
	listAccommodations,
	listEntries,
	noAccommodation,
	type Entry
} from '#lib/contest/entries.reads.server.ts';
import { findRosterFreeze } from '#lib/contest/rosters.reads.server.ts';
import {
	getContestSecret,
	listDrawCommitments,
	listRevealedSeeds
} from '#lib/contest/secrets.reads.server.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import { byCodeUnit } from '#lib/kernel/text.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import { listContestUnits } from '#lib/standings/contest-units.server.ts';
import { listAttemptsOfRounds } from '#lib/taking/attempts.reads.server.ts';
import { maxScoreOf } from '#lib/taking/score-attempt.ts';
import { listScored, type ScoredAttempt } from '#lib/taking/scored-attempts.server.ts';
import { directSources } from '#lib/taking/sources.server.ts';
import { publicAttemptId } from './public-attempt-id.ts';
import { publishedRules } from './published-rules.ts';
import type { BundleTexts } from './public-form.ts';

export interface Gathering {
	readonly contest: Contest;
	/** Listed rounds, in declared order. */
	readonly rounds: readonly Round[];
	readonly whole: boolean;
	readonly version: number;
	readonly at: Instant;
}

/** The full bundle of a publication as it stands in the database (contract §4). */
export async function gatherBundle(db: ReadDb, gathering: Gathering): Promise<BundleTexts> {
	const { contest, rounds, whole, version } = gathering;
	const { definition } = contest;
	const entries = (await listEntries(db, contest.code)).filter((entry) => isPlaced(contest, entry));
	const document = {
		format: 'khoabang.publication/1',
		form: 'full',
		version,
		contest: {
			code: contest.code,
			title: contest.title,
			timeZone: 'Asia/Ho_Chi_Minh',
			rosterHash: (await findRosterFreeze(db, contest.code))?.rosterHash ?? null
		},
		rules: publishedRules(definition.rules, { roundKeys: rounds.map(({ key }) => key), whole }),
		groups: definition.groups.map(({ id, title }) => ({ id, title })),
		rounds: await roundsOf(db, gathering),
		units: await listContestUnits(db, contest),
		people: await peopleOf(db, contest, entries)
	};
	const lines = await attemptLinesOf(db, gathering, entries);
	return {
		contest: `${JSON.stringify(document, null, '\t')}\n`,
		attempts: lines.map((line) => `${JSON.stringify(line)}\n`).join('')
	};
}

/** Whoever has not chosen a unit yet has not started, and stands on no board. */
function isPlaced(contest: Contest, entry: Entry): boolean {
	const hasGroup = contest.definition.groups.length === 0 || entry.groupId !== null;
	return entry.unitKey !== null && hasGroup;
}

async function roundsOf(db: ReadDb, { contest, rounds, at }: Gathering) {
	const commitments = new Map(
		(await listDrawCommitments(db, contest.code)).map((one) => [one.roundId, one.commitment])
	);
	const seeds = new Map(
		(await listRevealedSeeds(db, contest.code, at)).map((one) => [one.roundId, one.seed])
	);
	const listed = [];
	for (const { id, key, title, opensAt, closesAt } of rounds) {
		const form = await directSources.form(db, id);
		const commitment = commitments.get(id);
		const seed = seeds.get(id)?.toString('hex') ?? null;
		listed.push({
			id: key,
			title,
			opensAt,
			closesAt,
			maxScore: maxScoreOf(contest.definition.blueprint, form),
			draw: commitment === undefined ? null : { commitment, seed }
		});
	}
	return listed;
}

async function peopleOf(db: ReadDb, contest: Contest, entries: readonly Entry[]) {
	const accommodations = await listAccommodations(db, contest.code);
	return entries.map(({ personId, publicId, unitKey, groupId, registeredAt }) => ({
		id: publicId,
		unitId: unitKey,
		group: contest.definition.groups.length === 0 ? null : groupId,
		registeredAt,
		...(accommodations.get(personId) ?? noAccommodation),
		excluded: null
	}));
}

async function attemptLinesOf(
	db: ReadDb,
	{ contest, rounds, at }: Gathering,
	entries: readonly Entry[]
): Promise<object[]> {
	const { secret } = await getContestSecret(db, contest.code);
	const publicIds = new Map(entries.map(({ personId, publicId }) => [personId, publicId]));
	const lines: object[] = [];
	for (const round of rounds) {
		const attempts = await listAttemptsOfRounds(db, [round.id]);
		const scored = await listScored(db, attempts, { sources: directSources, at });
		const ofRound = scored.flatMap((one) => {
			const personId = publicIds.get(one.attempt.personId);
			return personId === undefined ? [] : [lineOf(one, { secret, roundId: round.key, personId })];
		});
		ofRound.sort((a, b) => byCodeUnit(a.personId, b.personId) || a.seq - b.seq);
		lines.push(...ofRound);
	}
	return lines;
}

interface LineOf {
	readonly secret: Uint8Array;
	readonly roundId: string;
	readonly personId: string;
}

function lineOf(scored: ScoredAttempt, { secret, roundId, personId }: LineOf) {
	const { attempt, endedAt, kind, score, prediction } = scored;
	return {
		id: publicAttemptId(secret, attempt.id),
		roundId,
		personId,
		seq: attempt.seq,
		startedAt: attempt.startedAt,
		submittedAt: endedAt,
		status: kind,
		score,
		prediction,
		void: null
	};
}
