import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import { recordForConsumers } from '#lib/server/jobs/outbox.server.ts';
import type { WriteDb } from '#lib/server/db/client.ts';
import { dueAt, type EndKind } from './attempt-window.ts';
import type { Attempt } from './attempts.reads.server.ts';

export type NewAttempt = Omit<Attempt, 'end'>;

/**
 * Starts an attempt with its first writer, and tells boards and participation. False when the person has
 * this seq in the round already: somebody else's start of theirs came first, and nothing is written.
 */
export async function insertAttempt(tx: WriteDb, attempt: NewAttempt): Promise<boolean> {
	const { window, extraTime, ...row } = attempt;
	const inserted = await tx
		.insertInto('attempt')
		.values({ ...row, ...window, extraTimeN: extraTime[0], extraTimeD: extraTime[1] })
		.onConflict((conflict) => conflict.columns(['personId', 'roundId', 'seq']).doNothing())
		.executeTakeFirst();
	if (Number(inserted.numInsertedOrUpdatedRows) === 0) return false;
	await sql`
		with writer as (
			insert into attempt_writer (attempt_id, writer, at)
			values (${attempt.id}, 1, ${attempt.startedAt})
		)
		insert into attempt_due (attempt_id, due_at) values (${attempt.id}, ${dueAt(window)})
	`.execute(tx);
	await recordForConsumers(tx, happening(attempt, 'start', attempt.startedAt));
	return true;
}

/**
 * A resume: the next writer, one higher than the last. Parallel resumes take turns. `null`: the attempt has
 * a recorded end, which may have come while this one waited for its turn; nothing is written.
 */
export async function recordResume(
	tx: WriteDb,
	attemptId: string,
	at: Instant
): Promise<number | null> {
	await sql`select from attempt where id = ${attemptId} for no key update`.execute(tx);
	const { rows } = await sql<{ writer: number }>`
		insert into attempt_writer (attempt_id, writer, at)
		select ${attemptId}::uuid, max(writer) + 1, ${at}::timestamptz
		from attempt_writer where attempt_id = ${attemptId}
		having not exists (select from attempt_end where attempt_id = ${attemptId})
		returning writer
	`.execute(tx);
	return rows[0]?.writer ?? null;
}

/** Holds off saves, resumes and other ends of this attempt until the transaction's end. */
export async function lockForEnding(tx: WriteDb, attemptId: string): Promise<void> {
	await sql`select from attempt where id = ${attemptId} for update`.execute(tx);
}

/** Ends a locked attempt once, and tells boards and participation. */
export async function recordEnd(
	tx: WriteDb,
	attempt: Attempt,
	end: { readonly kind: EndKind; readonly endedAt: Instant; readonly at: Instant }
): Promise<void> {
	await tx
		.insertInto('attemptEnd')
		.values({ attemptId: attempt.id, kind: end.kind, endedAt: end.endedAt, recordedAt: end.at })
		.execute();
	await tx.deleteFrom('attemptDue').where('attemptId', '=', attempt.id).execute();
	await recordForConsumers(tx, happening(attempt, 'end', end.at));
}

/** Locks up to `limit` attempts that are past their end and the allowance; those in use are left for later. */
export async function lockExpired(
	tx: WriteDb,
	dueBefore: Instant,
	limit: number
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select a.id from attempt_due d join attempt a on a.id = d.attempt_id
		where d.due_at <= ${dueBefore}
		order by d.due_at limit ${limit}
		for update of a skip locked
	`.execute(tx);
	return rows.map((row) => row.id);
}

/** The score of an attempt held elsewhere. */
export async function insertImportedScore(
	tx: WriteDb,
	attemptId: string,
	imported: { readonly score: number; readonly source: string }
): Promise<void> {
	await tx
		.insertInto('importedScore')
		.values({ attemptId, ...imported })
		.execute();
}

function happening(attempt: NewAttempt, kind: 'start' | 'end', at: Instant) {
	const { contestCode, roundId, personId, id: attemptId } = attempt;
	return { kind, contestCode, roundId, personId, attemptId, at };
}

/** A place in the transaction to which everything after it can be undone. */
export async function holdPlace(tx: WriteDb): Promise<void> {
	await sql`savepoint taking`.execute(tx);
}

export async function returnToPlace(tx: WriteDb): Promise<void> {
	await sql`rollback to savepoint taking`.execute(tx);
}
