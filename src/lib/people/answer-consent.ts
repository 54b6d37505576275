import type { Instant } from '#lib/kernel/instant.ts';
import {
	purposes,
	rowsToWithdraw,
	standingRows,
	voiceOf,
	type ConsentRow,
	type Purpose,
	type Voice
} from './consent.ts';

export interface Answers {
	readonly voice: Voice;
	readonly answers: Readonly<Partial<Record<Purpose, boolean>>>;
	readonly at: Instant;
}

/**
 * What one voice's answers change: a yes that stands already is not recorded again, a no ends what stands
 * of that voice. A purpose that was not asked stays as it is.
 */
export function changesOf(
	rows: readonly ConsentRow[],
	{ voice, answers, at }: Answers
): { readonly give: readonly Purpose[]; readonly withdraw: readonly ConsentRow[] } {
	const standing = standingRows(rows, at);
	const stands = (purpose: Purpose) =>
		standing.some((row) => row.purpose === purpose && voiceOf(row.givenBy) === voice);
	return {
		give: purposes.filter((purpose) => answers[purpose] === true && !stands(purpose)),
		withdraw: purposes
			.filter((purpose) => answers[purpose] === false)
			.flatMap((purpose) => rowsToWithdraw(rows, { purpose, voice, at }))
	};
}
