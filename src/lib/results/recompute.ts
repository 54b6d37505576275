import { finalRows, groupBoards, roundRows, type BoardRow } from '#lib/standings/board.ts';
import type { PersonTallies } from '#lib/standings/board.ts';
import { collectiveBoards, type CollectiveFormula } from '#lib/standings/collective.ts';
import { rank } from '#lib/standings/rank.ts';
import { nobodyYet, tallyUnits } from '#lib/standings/unit-tally.ts';
import { foldAttempts } from './attempts-file.ts';
import type { BundleProblem } from './bundle-problem.ts';
import { readContest, type BundleContest, type BundleSource } from './bundle.ts';
import { awardPrizes, type PrizeRule } from './prizes.ts';
import { finalGroups, leagues, roundGroups, type Standings } from './standings-document.ts';

export type Recomputed =
	| { readonly ok: true; readonly standings: Standings; readonly contest: BundleContest }
	| { readonly ok: false; readonly problems: readonly BundleProblem[] };

/**
 * The standings of a publication bundle, full or public, from nothing but the bundle (contract §4). Pure;
 * attempts are folded line by line. Refuses an unsound bundle with everything that is wrong with it.
 */
export function recompute(source: BundleSource): Recomputed {
	const { raw, contest, problems } = readContest(source.contest);
	const attempts = foldAttempts(source, raw, contest);
	const all = [...problems, ...attempts.problems];
	if (contest === null || all.length > 0) return { ok: false, problems: all };
	return { ok: true, contest, standings: standingsOf(contest, attempts.people) };
}

/** The bytes of standings.json: RFC 8785 canonical JSON (see standings-document.ts) and one LF. */
export function standingsText(standings: Standings): string {
	return `${JSON.stringify(standings)}\n`;
}

interface Rows {
	readonly rounds: readonly {
		readonly actual: number | null;
		readonly rows: readonly BoardRow[];
	}[];
	readonly final: readonly BoardRow[];
}

export function standingsOf(contest: BundleContest, people: readonly PersonTallies[]): Standings {
	const { rules, rounds } = contest;
	const groups = contest.groups.map((group) => group.id);
	const rows = rowsOf(contest, people);
	return {
		collective: collectiveOf(contest, people, rows.final),
		final: { groups: finalGroups(groupBoards(rows.final, groups, rules.ranking.final)) },
		format: 'khoabang.standings/1',
		prizes: prizesOf(contest, rows),
		rounds: rounds.map(({ id }, index) => ({
			actual: rows.rounds[index]?.actual ?? null,
			groups: roundGroups(groupBoards(rows.rounds[index]?.rows ?? [], groups, rules.ranking.round)),
			id
		}))
	};
}

function rowsOf(contest: BundleContest, people: readonly PersonTallies[]): Rows {
	const { rules, rounds } = contest;
	const maxScores = rounds.map((round) => round.maxScore);
	return {
		rounds: rounds.map(({ maxScore }, index) =>
			roundRows(people, { index, maxScore, prediction: rules.prediction })
		),
		final: finalRows(people, { maxScores, durationMs: rules.durationSeconds * 1000 })
	};
}

function prizesOf(contest: BundleContest, rows: Rows): Standings['prizes'] {
	const { rules, rounds } = contest;
	const placeOf = (prize: PrizeRule) => rounds.findIndex((round) => round.id === prize.on);
	const awards = awardPrizes(rules.prizes, {
		rankedFor: (prize) => {
			const final = prize.on === 'final';
			const board = final ? rows.final : (rows.rounds[placeOf(prize)]?.rows ?? []);
			const chain = final ? rules.ranking.final : rules.ranking.round;
			return rank(
				board.filter((row) => prize.group === null || row.group === prize.group),
				chain
			);
		},
		seedFor: (prize) => {
			const round = prize.on === 'final' ? rounds.at(-1) : rounds[placeOf(prize)];
			const seed = round?.draw?.seed ?? null;
			return seed === null ? null : Buffer.from(seed, 'hex');
		}
	});
	return awards.map(({ prizeId, personId }) => ({ personId, prizeId }));
}

function collectiveOf(
	contest: BundleContest,
	people: readonly PersonTallies[],
	final: readonly BoardRow[]
): Standings['collective'] {
	const { collective } = contest.rules;
	if (collective === null) return [];
	const unitOf = new Map(people.map((person) => [person.id, person.unitId]));
	const tallies = tallyUnits(
		contest.units,
		final.map(({ id, attempts, score }) => ({ unitId: unitOf.get(id) ?? '', attempts, score }))
	);
	const units = contest.units
		.filter((unit) => unit.ranked)
		.map((unit) => ({ ...unit, ...(tallies.get(unit.id) ?? nobodyYet) }));
	const maxScore = contest.rounds.reduce((sum, round) => sum + round.maxScore, 0);
	const formula = computable(collective.formula);
	return leagues(collectiveBoards(units, { ...collective, formula }, maxScore));
}

/** M4 to M7 are refused by name when the bundle is read (`later-version`). */
function computable(formula: string): CollectiveFormula {
	if (formula === 'M1' || formula === 'M2' || formula === 'M3') return formula;
	throw new Error(`${formula} is refused when the bundle is read`);
}
