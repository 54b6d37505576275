import type { Instant } from '#lib/kernel/instant.ts';
import type { Response } from './response-shape.ts';

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
