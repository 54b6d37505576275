import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb, WriteDb } from '#lib/server/db/client.ts';
import {
	judgeRequests,
	type AttemptNow,
	type JudgedSaves,
	type LateSave,
	type NewestSave
} from './judge-saves.ts';
import { PREDICTION_POSITION, type SaveAnswer, type SaveRequest } from './save.ts';

/**
 * Writes requests that arrived together, in the caller's transaction, and answers each in order: locks the
 * attempts `for key share` in id order, so that no end comes between, then looks, judges and appends.
 * Every request must name an attempt that exists. The answers may be given only after the commit.
 */
export async function recordSaves(
	tx: WriteDb,
	requests: readonly SaveRequest[]
): Promise<SaveAnswer[]> {
	await lockForSaving(tx, [...new Set(requests.map((request) => request.attemptId))].sort());
	const judged = await judgeNow(tx, requests);
	if (await appendAll(tx, judged)) return judged.answers;
	// Another process appended the very same save first: what it stored is the answer.
	return (await judgeNow(tx, requests)).answers;
}

async function lockForSaving(tx: WriteDb, ids: readonly string[]): Promise<void> {
	await sql`
		select from attempt where id = any(${ids}::uuid[]) order by id for key share
	`.execute(tx);
}

async function judgeNow(tx: WriteDb, requests: readonly SaveRequest[]): Promise<JudgedSaves> {
	const asked = requests.flatMap(({ attemptId, entries }) =>
		entries.map(({ position }) => ({ attemptId, position }))
	);
	const standing = await listStanding(tx, asked);
	return judgeRequests(requests, standing.map(attemptNow), standing.flatMap(newestSave));
}

/** An attempt at one of the positions asked, with the newest save there, if any. */
interface Standing {
	readonly attemptId: string;
	readonly position: number;
	readonly endsAt: Instant;
	readonly allowanceMs: number;
	readonly ended: boolean;
	readonly currentWriter: number;
	readonly writer: number | null;
	readonly clientSeq: number | null;
	readonly response: NewestSave['response'];
	readonly savedAt: Instant | null;
}

/**
 * One statement, so one look at the database, which must come after the locks: a statement that waits for
 * a lock goes on with what it saw before.
 */
async function listStanding(
	db: ReadDb,
	asked: readonly { readonly attemptId: string; readonly position: number }[]
): Promise<Standing[]> {
	const { rows } = await sql<Standing>`
		with asked as (
			select distinct attempt_id, position
			from unnest(${asked.map((a) => a.attemptId)}::uuid[], ${asked.map((a) => a.position)}::int[])
				as asked (attempt_id, position)
		), now as materialized (
			select a.id, a.ends_at, a.allowance_ms,
				exists (select from attempt_end e where e.attempt_id = a.id) as ended,
				(select max(w.writer) from attempt_writer w where w.attempt_id = a.id) as current_writer
			from attempt a where a.id in (select attempt_id from asked)
		)
		select asked.attempt_id, asked.position,
			now.ends_at, now.allowance_ms, now.ended, now.current_writer,
			newest.writer, newest.client_seq, newest.response, newest.saved_at
		from asked join now on now.id = asked.attempt_id
		left join lateral (
			(
				select writer, client_seq, response, saved_at from response r
				where asked.position > ${PREDICTION_POSITION}
					and r.attempt_id = asked.attempt_id and r.position = asked.position
				order by writer desc, client_seq desc limit 1
			) union all (
				select writer, client_seq, to_jsonb(value), saved_at from prediction p
				where asked.position = ${PREDICTION_POSITION} and p.attempt_id = asked.attempt_id
				order by writer desc, client_seq desc limit 1
			)
		) newest on true
	`.execute(db);
	return rows;
}

function attemptNow({ attemptId, endsAt, allowanceMs, ...rest }: Standing): AttemptNow {
	const window = { endsAt, allowanceMs };
	return { id: attemptId, window, ended: rest.ended, writer: rest.currentWriter };
}

function newestSave(standing: Standing): NewestSave[] {
	const { attemptId, position, writer, clientSeq, response, savedAt } = standing;
	if (writer === null || clientSeq === null || savedAt === null) return [];
	return [{ attemptId, position, writer, clientSeq, response, savedAt }];
}

/** False when a row was there already. */
async function appendAll(tx: WriteDb, judged: JudgedSaves): Promise<boolean> {
	const responses = judged.writes.filter((write) => write.position !== PREDICTION_POSITION);
	const predictions = judged.writes.filter((write) => write.position === PREDICTION_POSITION);
	const appended =
		(await appendResponses(tx, responses)) + (await appendPredictions(tx, predictions));
	await appendLate(tx, judged.late);
	return appended === judged.writes.length;
}

async function appendResponses(tx: WriteDb, saves: readonly NewestSave[]): Promise<number> {
	if (saves.length === 0) return 0;
	const { numAffectedRows } = await sql`
		insert into response (attempt_id, position, writer, client_seq, response, saved_at)
		select * from unnest(
			${saves.map((save) => save.attemptId)}::uuid[], ${saves.map((save) => save.position)}::int[],
			${saves.map((save) => save.writer)}::int[], ${saves.map((save) => save.clientSeq)}::bigint[],
			${saves.map((save) => JSON.stringify(save.response))}::jsonb[],
			${saves.map((save) => save.savedAt)}::timestamptz[]
		) on conflict do nothing
	`.execute(tx);
	return Number(numAffectedRows ?? 0);
}

async function appendPredictions(tx: WriteDb, saves: readonly NewestSave[]): Promise<number> {
	if (saves.length === 0) return 0;
	const { numAffectedRows } = await sql`
		insert into prediction (attempt_id, writer, client_seq, value, saved_at)
		select * from unnest(
			${saves.map((save) => save.attemptId)}::uuid[], ${saves.map((save) => save.writer)}::int[],
			${saves.map((save) => save.clientSeq)}::bigint[],
			${saves.map((save) => save.response)}::int[],
			${saves.map((save) => save.savedAt)}::timestamptz[]
		) on conflict do nothing
	`.execute(tx);
	return Number(numAffectedRows ?? 0);
}

async function appendLate(tx: WriteDb, saves: readonly LateSave[]): Promise<void> {
	if (saves.length === 0) return;
	await sql`
		insert into late_evidence
			(attempt_id, kind, position, writer, client_seq, response, answered_at, received_at)
		select * from unnest(
			${saves.map((save) => save.attemptId)}::uuid[], ${saves.map((save) => save.kind)}::text[],
			${saves.map((save) => save.position)}::int[], ${saves.map((save) => save.writer)}::int[],
			${saves.map((save) => save.clientSeq)}::bigint[],
			${saves.map((save) => JSON.stringify(save.response))}::jsonb[],
			${saves.map((save) => save.answeredAt ?? null)}::timestamptz[],
			${saves.map((save) => save.receivedAt)}::timestamptz[]
		) on conflict do nothing
	`.execute(tx);
}

/** The prediction of an attempt held elsewhere. */
export async function insertImportedPrediction(
	tx: WriteDb,
	prediction: { readonly attemptId: string; readonly value: number; readonly savedAt: Instant }
): Promise<void> {
	await tx
		.insertInto('prediction')
		.values({ ...prediction, writer: 1, clientSeq: 1 })
		.execute();
}
