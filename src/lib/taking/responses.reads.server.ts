import { sql } from 'kysely';
import type { Instant } from '#lib/kernel/instant.ts';
import type { ReadDb } from '#lib/server/db/client.ts';
import type { Response } from './response-shape.ts';
import type { SavedPrediction, SavedResponse } from './save.ts';

/** The newest save of every position ever saved, by position. */
export async function listResponses(db: ReadDb, attemptId: string): Promise<SavedResponse[]> {
	return (await listResponsesOf(db, [attemptId])).get(attemptId) ?? [];
}

/** The same for many attempts, by attempt id; an attempt without any save is missing. */
export async function listResponsesOf(
	db: ReadDb,
	attemptIds: readonly string[]
): Promise<Map<string, SavedResponse[]>> {
	const { rows } = await sql<SavedResponse & { attemptId: string }>`
		select distinct on (attempt_id, position)
			attempt_id, position, response, client_seq, saved_at
		from response where attempt_id = any(${[...attemptIds]}::uuid[])
		order by attempt_id, position, writer desc, client_seq desc
	`.execute(db);
	return grouped(rows);
}

function grouped(
	rows: readonly (SavedResponse & { attemptId: string })[]
): Map<string, SavedResponse[]> {
	const byAttempt = new Map<string, SavedResponse[]>();
	for (const { attemptId, ...saved } of rows) {
		const list = byAttempt.get(attemptId);
		if (list) list.push(saved);
		else byAttempt.set(attemptId, [saved]);
	}
	return byAttempt;
}

/** The newest saved prediction of an attempt. */
export async function findPrediction(
	db: ReadDb,
	attemptId: string
): Promise<SavedPrediction | undefined> {
	return (await listPredictionsOf(db, [attemptId])).get(attemptId);
}

/** The newest saved predictions, by attempt id. */
export async function listPredictionsOf(
	db: ReadDb,
	attemptIds: readonly string[]
): Promise<Map<string, SavedPrediction>> {
	const { rows } = await sql<SavedPrediction & { attemptId: string }>`
		select distinct on (attempt_id) attempt_id, value, client_seq, saved_at
		from prediction where attempt_id = any(${[...attemptIds]}::uuid[])
		order by attempt_id, writer desc, client_seq desc
	`.execute(db);
	return new Map(rows.map(({ attemptId, ...saved }) => [attemptId, saved]));
}

/** Scores of attempts held elsewhere, by attempt id. */
export async function listImportedScores(
	db: ReadDb,
	attemptIds: readonly string[]
): Promise<Map<string, { readonly score: number; readonly source: string }>> {
	if (attemptIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('importedScore')
		.select(['attemptId', 'score', 'source'])
		.where('attemptId', '=', sql<string>`any(${[...attemptIds]}::uuid[])`)
		.execute();
	return new Map(rows.map(({ attemptId, ...rest }) => [attemptId, rest]));
}

export interface LateEvidence {
	readonly kind: 'attempt-ended' | 'continued-elsewhere';
	/** From 1; 0 is the prediction. */
	readonly position: number;
	readonly writer: number;
	readonly clientSeq: number;
	readonly response: Response | number;
	readonly answeredAt: Instant | null;
	readonly receivedAt: Instant;
}

/** What came too late or from a device that was left, in the order it came; for those who judge. */
export async function listLateEvidence(db: ReadDb, attemptId: string): Promise<LateEvidence[]> {
	return db
		.selectFrom('lateEvidence')
		.select(['position', 'writer', 'clientSeq', 'answeredAt', 'receivedAt'])
		.select([
			sql<LateEvidence['kind']>`kind`.as('kind'),
			sql<LateEvidence['response']>`response`.as('response')
		])
		.where('attemptId', '=', attemptId)
		.orderBy('id')
		.execute();
}
