import type { RoundSummary } from '#lib/contest/contest-summary.ts';

/** `?round=final` asks for the final; no round may be called that (contract §4.12). */
export const FINAL = 'final';

/** Which board of a contest a page shows. For the final, `round` is the last one. */
export interface BoardAsked {
	readonly round: RoundSummary;
	readonly isFinal: boolean;
}

/**
 * The board that `?round=` names; without it the round that is open, else the last that has opened, else the
 * first. null: no such round.
 */
export function boardAsked(
	rounds: readonly RoundSummary[],
	asked: string | null
): BoardAsked | null {
	const last = rounds.at(-1);
	if (asked === FINAL) return last ? { round: last, isFinal: true } : null;
	const round = asked === null ? firstToShow(rounds) : rounds.find(({ key }) => key === asked);
	return round ? { round, isFinal: false } : null;
}

function firstToShow(rounds: readonly RoundSummary[]): RoundSummary | undefined {
	return (
		rounds.find(({ phase }) => phase === 'open') ??
		rounds.findLast(({ phase }) => phase === 'closed') ??
		rounds[0]
	);
}

/** The same page with other values in its query: null takes one away, and paging begins anew. */
export function withQuery(
	params: URLSearchParams,
	changes: Readonly<Record<string, string | null>>
): string {
	const next = new URLSearchParams(params);
	for (const name of ['cursor', 'compare']) next.delete(name);
	for (const [name, value] of Object.entries(changes))
		if (value === null) next.delete(name);
		else next.set(name, value);
	const text = next.toString();
	return text === '' ? '?' : `?${text}`;
}
