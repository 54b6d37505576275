import type { Instant } from '#lib/kernel/instant.ts';
import type { Response } from './response-shape.ts';

/** Position under which a prediction travels; questions count from 1. */
export const PREDICTION_POSITION = 0;

export interface SaveEntry {
	/** From 1; PREDICTION_POSITION is the prediction. */
	readonly position: number;
	readonly clientSeq: number;
	/** A number only for the prediction. */
	readonly response: Response | number;
	/** What the device claims; kept with late evidence only. */
	readonly answeredAt?: Instant | null;
}

/** What one call wants saved, already checked against the paper. All of it stands or none. */
export interface SaveRequest {
	readonly attemptId: string;
	/** Absent: the current one is meant. */
	readonly writer: number | null;
	/** When it arrived; that instant decides whether it is in time. */
	readonly at: Instant;
	/** A batch that comes too late is kept apart as late evidence; a single save is only refused. */
	readonly batch: boolean;
	readonly entries: readonly SaveEntry[];
}

/** The newest save of an entry's position after the request. */
export interface SavedEntry {
	readonly position: number;
	readonly clientSeq: number;
	readonly savedAt: Instant;
}

/** The answer that counts, told to a device that was left. */
export interface StoredAnswer extends SavedEntry {
	readonly response: Response | number;
}

/** What became of a request, entry by entry in order where it was saved. */
export type SaveAnswer =
	| { readonly kind: 'saved'; readonly entries: readonly SavedEntry[]; readonly endsAt: Instant }
	/** The attempt has ended; `late` entries were kept as late evidence. */
	| { readonly kind: 'ended'; readonly late: number }
	/** A newer writer has the attempt; kept as late evidence. `stored` is what counts for a single save. */
	| { readonly kind: 'elsewhere'; readonly stored: StoredAnswer | null }
	/** No such writer was ever given. */
	| { readonly kind: 'unknown-writer' };

/** Saves requests: through the group that writes them together, or in the caller's own transaction. */
export type Saver = (request: SaveRequest) => Promise<SaveAnswer>;

/** The newest save of a position. */
export interface SavedResponse {
	/** From 1. */
	readonly position: number;
	readonly response: Response;
	readonly clientSeq: number;
	readonly savedAt: Instant;
}

/** The newest saved prediction; a null value declines. */
export interface SavedPrediction {
	readonly value: number | null;
	readonly clientSeq: number;
	readonly savedAt: Instant;
}

export const MAX_PREDICTION = 100_000_000;

/** The name of a statement's field in a form, before the statement's id. */
export const STATEMENT_PREFIX = 's-';
