import { sql } from 'kysely';
import { addMs, type Instant } from '#lib/kernel/instant.ts';
import type { Connections, WriteDb } from '#lib/server/db/client.ts';
import { recordForConsumers } from '#lib/server/jobs/outbox.server.ts';
import { projectBoard } from '#lib/standings/project-board.server.ts';
import { viewStandings, type StandingsShown } from '#lib/standings/view-standings.server.ts';
import { viewStandingsSchema } from '#lib/standings/view-standings.schema.ts';
import { directSources } from '#lib/taking/sources.server.ts';
import { anonymous, type Actor } from '#lib/identity/actor.ts';
import { asActor } from '#tests/support/contexts.ts';
import { seededRandom } from '#tests/support/random.ts';
import { CONTEST, ok, OPEN, OPENS_AT } from '../taking/world.ts';

const random = seededRandom('boards');

export interface Finished {
	readonly roundId: string;
	readonly personId: string;
	readonly score: number;
	readonly seq?: number;
	readonly startedAt?: Instant;
	readonly tookMs?: number;
	readonly prediction?: number;
}

/** An attempt that ended with this score, in the facts of taking, told to the outbox as taking tells it. */
export async function finishIn(tx: WriteDb, finished: Finished): Promise<string> {
	const { roundId, personId, score, seq = 1, startedAt = OPEN, tookMs = 60_000 } = finished;
	const id = random.id();
	const endedAt = addMs(startedAt, tookMs);
	await sql`
		insert into attempt (id, round_id, contest_code, person_id, seq, seed, receipt, started_at, ends_at, allowance_ms)
		values (${id}, ${roundId}, ${CONTEST}, ${personId}, ${seq}, '\\x00', ${id}, ${startedAt},
			${addMs(startedAt, 1_200_000)}, 3000)
	`.execute(tx);
	await sql`insert into attempt_end values (${id}, 'submitted', ${endedAt}, ${endedAt})`.execute(
		tx
	);
	await sql`insert into imported_score values (${id}, ${score}, 'giấy')`.execute(tx);
	if (finished.prediction !== undefined)
		await sql`insert into prediction values (${id}, 1, 1, ${finished.prediction}, ${endedAt})`.execute(
			tx
		);
	const happening = {
		kind: 'end',
		contestCode: CONTEST,
		roundId,
		personId,
		attemptId: id
	} as const;
	await recordForConsumers(tx, { ...happening, at: endedAt });
	return id;
}

export function finish(connections: Connections, finished: Finished): Promise<string> {
	return connections.write.transaction().execute((tx) => finishIn(tx, finished));
}

/** An attempt that nobody handed in and no sweeper has seen; its score, 5, came from elsewhere. */
export async function ranOut(
	connections: Connections,
	{ roundId, personId }: Pick<Finished, 'roundId' | 'personId'>
): Promise<string> {
	const id = random.id();
	const endsAt = addMs(OPEN, 1_200_000);
	await sql`
		insert into attempt (id, round_id, contest_code, person_id, seq, seed, receipt, started_at, ends_at, allowance_ms)
		values (${id}, ${roundId}, ${CONTEST}, ${personId}, 1, '\\x00', ${id}, ${OPEN}, ${endsAt}, 3000)
	`.execute(connections.write);
	await sql`insert into attempt_due values (${id}, ${addMs(endsAt, 3000)})`.execute(
		connections.write
	);
	await sql`insert into imported_score values (${id}, 5, 'giấy')`.execute(connections.write);
	return id;
}

export interface Rostered {
	readonly count: number;
	readonly unitKey: string;
	readonly groupId: string;
	/** When they registered; without it, as the round opened. */
	readonly at?: Instant;
}

/** People with an entry in the contest, without a name to show. */
export async function enter(connections: Connections, rostered: Rostered) {
	const { count, unitKey, groupId, at = OPENS_AT } = rostered;
	const ids = Array.from({ length: count }, () => random.id());
	await sql`
		with made as (
			insert into account (id, holder, created_at)
			select id, 'person', ${OPENS_AT} from unnest(${ids}::uuid[]) as id
		)
		insert into person (id, code, name, birth_year, created_at)
		select id, id::text, 'Không Tên', 2000, ${OPENS_AT} from unnest(${ids}::uuid[]) as id
	`.execute(connections.write);
	await sql`
		insert into entry (contest_code, person_id, registered_at, unit_key, group_id, public_id)
		select ${CONTEST}, id, ${at}::timestamptz, ${unitKey}, ${groupId}, 'public-' || id
		from unnest(${ids}::uuid[]) as id
	`.execute(connections.write);
	return ids;
}

/** Turns of the projector until nothing is left to do. */
export async function projectAll(connections: Connections, at: Instant): Promise<number> {
	let turns = 0;
	while ((await projectBoard(connections.write, { sources: directSources, at })) > 0)
		if (++turns > 100) throw new Error('the projector does not come to rest');
	return turns;
}

/** What somebody sees of a round's boards. */
export async function board(
	connections: Connections,
	asked: { readonly roundId: string; readonly at: Instant; readonly actor?: Actor } & Record<
		string,
		unknown
	>
): Promise<StandingsShown> {
	const { roundId, at, actor = anonymous, ...query } = asked;
	const input = viewStandingsSchema.parse({ id: roundId, ...query });
	return await ok(asActor(connections, actor, at).view(viewStandings, input));
}
