import { findContest, listRounds, type Contest } from '#lib/contest/contests.reads.server.ts';
import type { Instant } from '#lib/kernel/instant.ts';
import type { Database, WriteDb } from '#lib/server/db/client.ts';
import { takeFromOutbox } from '#lib/server/jobs/outbox.server.ts';
import { tryElection } from '#lib/server/jobs/election.server.ts';
import { listJudgedAttempts, type JudgedAttempt } from '#lib/standings/judged-attempts.server.ts';
import type { Sources } from '#lib/taking/sources.server.ts';
import { changesBetween, measuresOf, summed, type CountedAttempt } from './measures.ts';
import {
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
	const rounds = await listRounds(tx, fold.contest.code);
	const judged = await listJudgedAttempts(tx, { ...fold, rounds });
	const byPerson = Map.groupBy(judged, ({ attempt }) => attempt.personId);
	return new Map([...byPerson].map(([id, attempts]) => [id, attempts.map(countedAttempt)]));
}

function countedAttempt({ attempt, ended, valid, maxScore }: JudgedAttempt): CountedAttempt {
	return {
		startedAt: attempt.startedAt,
		endedAt: ended?.endedAt ?? null,
		score: ended?.score ?? null,
		valid,
		maxScore
	};
}
