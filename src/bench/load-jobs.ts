import type { LedgerEntry } from './books.ts';
import type { Stretch } from './measure.ts';

/** What the load generator is told once, before its first job. */
export interface LoadSetUp {
	readonly kind: 'set-up';
	/** Where the server under load listens. */
	readonly origin: string;
	/** Where the bare handlers listen. */
	readonly control: string;
	readonly roundId: string;
	readonly cards: readonly string[];
	/** Kept connections, and people at work at once. */
	readonly clients: number;
}

/**
 * Jobs of a round. `arrive`: everybody signs in and starts · `saves`: everybody answers every question, turn
 * after turn · `finish`: everybody submits and looks at the result · `flow`: each person the whole way at
 * once · `control`: the bare handlers · `board`: pages of the board.
 */
export type LoadJob =
	| { readonly kind: 'arrive' | 'finish' | 'flow' | 'ledger' }
	| {
			readonly kind: 'saves';
			/** Name of the row it is measured as. */
			readonly row: string;
			/** From this turn up to that one, which is left out. */
			readonly turns: readonly [number, number];
			/** At most so many saves. */
			readonly most: number;
			/** Begin so many a second; without it as many as are answered. */
			readonly ratePerSecond?: number;
	  }
	| { readonly kind: 'control'; readonly handler: 'insert' | 'nothing'; readonly requests: number }
	| { readonly kind: 'board'; readonly path: string; readonly requests: number };

/** The stretches that a job measured, by row, and for `ledger` all that was acknowledged. */
export interface LoadDone {
	readonly rows: Readonly<Record<string, Stretch>>;
	readonly ledger?: readonly LedgerEntry[];
}
