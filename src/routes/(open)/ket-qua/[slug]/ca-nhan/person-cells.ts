import type { Instant } from '#lib/kernel/instant.ts';
import type { Language } from '#lib/kernel/language.ts';
import { standingsPageWords } from '#lib/messages/standings-pages.ts';
import type { RankingChain, RankingKey } from '#lib/standings/ranking-keys.ts';
import type { PersonStanding } from '#lib/standings/standings-row.ts';
import { formatMoment, formatNumber, formatRankingTime } from '#lib/kernel/format.ts';

export type CellKey = RankingKey | 'prediction';

/** The columns of a board: score and time always, the other keys in force in their order. */
export function shownKeys(chain: RankingChain): CellKey[] {
	const keys = chain.map(([key]) => key);
	const all: RankingKey[] = ['score', ...keys, 'elapsed'];
	return [...new Set(all)].flatMap((key): CellKey[] =>
		key === 'predictionError' ? ['prediction', key] : [key]
	);
}

interface Reading {
	readonly at: Instant;
	readonly language: Language;
	/** Instants to the millisecond, where two are compared. */
	readonly exact?: boolean;
}

/** What a row shows of a key. */
export function cellText(row: PersonStanding, key: CellKey, reading: Reading): string {
	const { language } = reading;
	switch (key) {
		case 'elapsed':
			return formatRankingTime(row.elapsed, language);
		case 'predictionError':
			return errorText(row, language);
		case 'submittedAt':
		case 'startedAt':
		case 'firstSubmittedAt':
		case 'registeredAt':
			return momentText(row[key], reading);
		case 'score':
		case 'attempts':
		case 'perfect':
		case 'prediction':
			return numberText(row[key], language);
	}
}

function numberText(n: number | null | undefined, language: Language): string {
	return n === null || n === undefined ? '–' : formatNumber(n, language);
}

function errorText({ prediction, predictionError }: PersonStanding, language: Language): string {
	const w = standingsPageWords[language];
	if (predictionError !== null && predictionError !== undefined)
		return formatNumber(predictionError, language);
	return prediction === null || prediction === undefined ? w.noGuess : w.tooHigh;
}

function momentText(time: Instant | undefined, { at, language, exact }: Reading): string {
	if (time === undefined) return '–';
	const text = formatMoment(time, at, language);
	const second = text.slice(0, 8);
	const point = language === 'vi' ? ',' : '.';
	return exact ? `${second}${point}${time.slice(20, 23)}${text.slice(8)}` : text;
}

/** Two neighbours of a board. */
export interface Pair {
	/** Place of the first among the rows shown. */
	readonly index: number;
	readonly above: PersonStanding;
	readonly below: PersonStanding;
}

/**
 * The neighbours to compare: those asked for, else the first pair that the latest key decides. Boards stand
 * under each other, and neighbours are of one board.
 */
export function pairToCompare(
	boards: readonly (readonly PersonStanding[])[],
	chain: RankingChain,
	asked: number | null
): Pair | null {
	const pairs = pairsOf(boards);
	const depth = ({ above }: Pair) => chain.findIndex(([key]) => key === above.decidedBy);
	const deepest = pairs.reduce<Pair | null>(
		(best, pair) => (best === null || depth(pair) > depth(best) ? pair : best),
		null
	);
	return pairs.find(({ index }) => index === asked) ?? deepest;
}

function pairsOf(boards: readonly (readonly PersonStanding[])[]): Pair[] {
	let first = 0;
	return boards.flatMap((rows) => {
		const from = first;
		first += rows.length;
		return rows.slice(1).map((below, at) => ({
			index: from + at,
			above: rows[at] as PersonStanding,
			below
		}));
	});
}

/** The keys that a comparison goes through: up to the one that decides, all when none does. */
export function comparedKeys({ above }: Pair, chain: RankingChain): RankingChain {
	const deciding = chain.findIndex(([key]) => key === above.decidedBy);
	return deciding === -1 ? chain : chain.slice(0, deciding + 1);
}
