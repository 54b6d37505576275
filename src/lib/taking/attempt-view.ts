import type { Instant } from '#lib/kernel/instant.ts';
import { attemptStatus, type AttemptStatus, type AttemptWindow } from './attempt-window.ts';
import type { PaperItem } from './paper-item.ts';
import type { SavedPrediction, SavedResponse } from './save.ts';

/** An attempt as the API shows it (contract §2). Times are told by differences from `serverTime`. */
export interface AttemptShown {
	readonly id: string;
	readonly seq: number;
	readonly startedAt: Instant;
	/** Without the network allowance. */
	readonly deadline: Instant;
	readonly serverTime: Instant;
	readonly status: AttemptStatus;
}

export interface Submission {
	/** For an attempt that ran out of time, its end. */
	readonly submittedAt: Instant;
	readonly receipt: string;
	/** Only when the rules allow it now. */
	readonly score?: number;
}

/** `GET /attempts/{id}`. */
export interface AttemptView {
	readonly attempt: AttemptShown;
	readonly writer: number;
	readonly paper: { readonly items: readonly PaperItem[] };
	/** Every position ever saved, cleared ones null. */
	readonly responses: readonly SavedResponse[];
	readonly prediction: SavedPrediction | null;
	readonly submission?: Submission;
}

/** `POST /rounds/{id}/attempts`: a new attempt, or the open one resumed. */
export interface StartedAttempt {
	readonly created: boolean;
	readonly attempt: AttemptShown;
	readonly writer: number;
	readonly paper: { readonly items: readonly PaperItem[] };
}

export interface ShowableAttempt {
	readonly id: string;
	readonly seq: number;
	readonly startedAt: Instant;
	readonly window: AttemptWindow;
	readonly end: { readonly kind: 'submitted' | 'auto'; readonly endedAt: Instant } | null;
}

export function showAttempt(attempt: ShowableAttempt, at: Instant): AttemptShown {
	return {
		id: attempt.id,
		seq: attempt.seq,
		startedAt: attempt.startedAt,
		deadline: attempt.window.endsAt,
		serverTime: at,
		status: attemptStatus(attempt, at)
	};
}

/** When the attempt was handed in: as recorded, else its own end once that has passed; null while open. */
export function submittedAtOf(attempt: ShowableAttempt, at: Instant): Instant | null {
	if (attempt.end) return attempt.end.endedAt;
	return attemptStatus(attempt, at) === 'open' ? null : attempt.window.endsAt;
}

/** May an ended attempt's total be told? Before closing only where the rules say at once (contract §2, Attempt). */
export function mayShowScore(
	round: { readonly closesAt: Instant; readonly showScore: 'at_once' | 'after_round' },
	at: Instant
): boolean {
	return round.showScore === 'at_once' || at >= round.closesAt;
}
