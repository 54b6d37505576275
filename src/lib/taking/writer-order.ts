/** Where a save stands: each start or resume is a higher writer, and each counts its own saves. */
export interface SavePlace {
	readonly writer: number;
	/** 1 … 2^53 − 1, compared within a position. */
	readonly clientSeq: number;
}

/** What the server knows when a save arrives. */
export interface SavedSoFar {
	/** The attempt's current writer. */
	readonly current: number;
	/** The newest save of this position, if any. */
	readonly newest: SavePlace | null;
}

/**
 * keep: append it · known: it or a newer one is stored, answer with the stored one · elsewhere: the
 * attempt was continued on another device · unknown-writer: no such writer was ever given.
 */
export type SaveVerdict = 'keep' | 'known' | 'elsewhere' | 'unknown-writer';

/** Order of saves (contract §2, Saving): by writer, then by clientSeq. */
export function isNewer(a: SavePlace, b: SavePlace): boolean {
	return a.writer > b.writer || (a.writer === b.writer && a.clientSeq > b.clientSeq);
}

/** Judges one save by (writer, clientSeq); without a writer the current one is meant. */
export function judgeSave(
	save: { readonly writer: number | null; readonly clientSeq: number },
	known: SavedSoFar
): SaveVerdict {
	const writer = save.writer ?? known.current;
	if (writer < known.current) return 'elsewhere';
	if (writer > known.current) return 'unknown-writer';
	if (known.newest === null) return 'keep';
	return isNewer({ writer, clientSeq: save.clientSeq }, known.newest) ? 'keep' : 'known';
}
