import { epochMs, instant } from '#lib/kernel/instant.ts';
import type { PublicationShown } from '#lib/results/view-publication.server.ts';
import type { FinalRow } from '#lib/results/standings-document.ts';
import {
	decidedBy,
	isInForce,
	type KeyFacts,
	type RankingChain
} from '#lib/standings/ranking-keys.ts';
import type { PersonStanding } from '#lib/standings/standings-row.ts';

/** A group's board of the final, as far as this page shows it. */
export interface FinalBoard {
	readonly group: string | null;
	readonly title: string | null;
	readonly rows: readonly PersonStanding[];
	/** There are people after these. */
	readonly more: boolean;
}

interface Part {
	readonly chain: RankingChain;
	/** Rows shown; the publication holds one more, so that the last one can be compared. */
	readonly limit: number;
}

/** The final of a publication as rows of people, group by group. */
export function finalBoards(publication: PublicationShown, part: Part): FinalBoard[] {
	const { standings, groups } = publication;
	return standings.final.groups.map(({ group, rows }) => ({
		group,
		title: group === null ? null : (groups[group] ?? group),
		rows: rows
			.slice(0, part.limit)
			.map((row, at) => standing(publication, row, decided(row, rows[at + 1], part.chain))),
		more: rows.length > part.limit
	}));
}

function standing(
	{ people, units }: PublicationShown,
	row: FinalRow,
	key: PersonStanding['decidedBy']
): PersonStanding {
	const person = people[row.personId];
	const unit = person?.unit ?? '';
	const { rank, score, elapsed, attempts } = row;
	return {
		rank,
		name: person?.name ?? '',
		unit,
		unitName: units[unit] ?? unit,
		group: person?.group ?? null,
		score,
		elapsed,
		attempts,
		firstSubmittedAt: instant(row.firstSubmittedAt),
		decidedBy: key,
		mine: person?.mine ?? false
	};
}

/** A published row does not hold every key: what it does not tell is not guessed. */
const NOT_TOLD = ['registeredAt', 'perfect'] as const;

function decided(
	row: FinalRow,
	next: FinalRow | undefined,
	chain: RankingChain
): PersonStanding['decidedBy'] {
	if (next === undefined || next.rank === row.rank) return null;
	if (NOT_TOLD.some((key) => isInForce(chain, key))) return null;
	return decidedBy(factsOf(row), factsOf(next), chain);
}

function factsOf({ score, elapsed, attempts, firstSubmittedAt }: FinalRow): KeyFacts {
	return {
		score,
		elapsed,
		attempts,
		firstSubmittedMs: epochMs(instant(firstSubmittedAt)),
		predictionError: null,
		submittedMs: null,
		startedMs: null,
		registeredMs: null,
		perfect: 0
	};
}
