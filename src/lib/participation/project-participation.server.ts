import { findContest, listRounds, type Contest } from '#lib/contest/contests.reads.server.ts';
import { listAccommodations, noAccommodation } from '#lib/contest/entries.reads.server.ts';
import { epochMs, type Instant } from '#lib/kernel/instant.ts';
import type { Database, WriteDb } from '#lib/server/db/client.ts';
import { takeFromOutbox } from '#lib/server/jobs/outbox.server.ts';
import { tryElection } from '#lib/server/jobs/election.server.ts';
import { isValidAttempt } from '#lib/standings/attempt-validity.ts';
import { listAttempts, type Attempt } from '#lib/taking/attempts.reads.server.ts';
import { maxScoreOf } from '#lib/taking/score-attempt.ts';
import { listScored } from '#lib/taking/scored-attempts.server.ts';
import type { Sources } from '#lib/taking/sources.server.ts';
import { changesBetween, measuresOf, summed, type CountedAttempt } from './measures.ts';
import {
	listAttemptIdsOfPeople,
	listPersonMeasures,
	listRegistered,
	type RegisteredPerson
} from './participation.reads.server.ts';
import { recordCountChanges, replacePersonMeasures } from './participation.writes.server.ts';

const BATCH = 500;

/** What the projector works with: remembered forms, and the instant of this turn. */
export interface Turn {
	readonly sources: Sources;
	readonly at: Instant;
}

/**
 * One turn of participation's projector: takes its own rows out of the outbox and folds every person they
 * name anew from the facts, so that a row that comes late, twice or after a ruling ends in the same sums.
 * Answers how many rows it took; 0 where another process is the projector.
 */
export async function projectParticipation(write: Database, turn: Turn): Promise<number> {
	return write.transaction().execute(async (tx) => {
		if (!(await tryElection(tx, 'participation'))) return 0;
		const rows = await takeFromOutbox(tx, 'participation', BATCH);
		const byContest = Map.groupBy(rows, ({ contestCode }) => contestCode);
		for (const [contestCode, named] of byContest) {
			const contest = await findContest(tx, contestCode);
			const personIds = [...new Set(named.map(({ personId }) => personId))];
			if (contest) await foldPeople(tx, { contest, personIds, ...turn });
		}
		return rows.length;
	});
}

interface Fold extends Turn {
	readonly contest: Contest;
	readonly personIds: readonly string[];
}

async function foldPeople(tx: WriteDb, fold: Fold): Promise<void> {
	const { contest, personIds } = fold;
	const { headcountAsOf, audiences, rules } = contest.definition;
	const registered = await listRegistered(tx, {
		contestCode: contest.code,
		personIds,
		on: headcountAsOf
	});
	const before = await listPersonMeasures(tx, contest.code, personIds);
	const attempts = await countedAttempts(tx, fold);
	const after = new Map(
		registered.map((person) => {
			const audience = audiences.find((each) => person.audiences.includes(each)) ?? null;
			const mine = attempts.get(person.personId) ?? [];
			return [
				person.personId,
				measuresOf(placeOf(person, audience), mine, rules.passShare)
			] as const;
		})
	);
	const changes = [...after].flatMap(([id, measures]) => changesBetween(before.get(id), measures));
	await recordCountChanges(tx, contest.code, summed(changes));
	await replacePersonMeasures(tx, contest.code, after);
}

function placeOf(person: RegisteredPerson, audience: string | null) {
	return { unitKey: person.unitKey, audience, registeredAt: person.registeredAt };
}

/** Every attempt of the people, ended or running, as the measures ask for it; by person id. */
async function countedAttempts(tx: WriteDb, fold: Fold): Promise<Map<string, CountedAttempt[]>> {
	const { contest, personIds, sources, at } = fold;
	const ids = await listAttemptIdsOfPeople(tx, contest.code, personIds);
	const attempts = await listAttempts(tx, ids);
	const scored = new Map(
		(await listScored(tx, attempts, { sources, at })).map((each) => [each.attempt.id, each])
	);
	const describe = await attemptDescriber(tx, fold);
	const byPerson = new Map<string, CountedAttempt[]>();
	for (const attempt of attempts) {
		const ended = scored.get(attempt.id);
		const about = {
			endedAt: ended?.endedAt ?? null,
			kind: ended?.kind ?? 'submitted',
			score: ended?.score ?? null
		} as const;
		const counted = describe(attempt, about);
		byPerson.set(attempt.personId, [...(byPerson.get(attempt.personId) ?? []), counted]);
	}
	return byPerson;
}

interface EndOf {
	readonly endedAt: Instant | null;
	readonly kind: 'submitted' | 'auto';
	readonly score: number | null;
}

async function attemptDescriber(tx: WriteDb, { contest, sources }: Fold) {
	const rounds = new Map((await listRounds(tx, contest.code)).map((round) => [round.id, round]));
	const extra = await listAccommodations(tx, contest.code);
	const full = new Map<string, number>();
	for (const id of rounds.keys())
		full.set(id, maxScoreOf(contest.definition.blueprint, await sources.form(tx, id)));
	return (attempt: Attempt, end: EndOf): CountedAttempt => {
		const round = rounds.get(attempt.roundId);
		const { extraAttempts } = extra.get(attempt.personId) ?? noAccommodation;
		const claim = {
			status: end.kind,
			voided: false,
			startedMs: epochMs(attempt.startedAt),
			seq: attempt.seq
		};
		const valid =
			round !== undefined &&
			isValidAttempt(claim, {
				opensMs: epochMs(round.opensAt),
				closesMs: epochMs(round.closesAt),
				attemptsMax: contest.definition.rules.attemptsMax,
				extraAttempts,
				excluded: false
			});
		const { endedAt, score } = end;
		return {
			startedAt: attempt.startedAt,
			endedAt,
			valid,
			score,
			maxScore: full.get(attempt.roundId) ?? 0
		};
	};
}
