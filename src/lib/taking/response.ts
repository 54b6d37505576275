import type { Instant } from '#lib/kernel/instant.ts';

/** What a person answers, as contract §2 says by item type; null is a cleared or never given answer. */
export type ResponseValue =
	string | readonly string[] | Readonly<Record<string, string | boolean>> | null;

/** The newest save of a position. */
export interface SavedResponse {
	/** From 1. */
	readonly position: number;
	readonly response: ResponseValue;
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
