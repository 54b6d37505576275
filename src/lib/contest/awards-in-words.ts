import type { Language } from '#lib/kernel/language.ts';
import type { RulesWords } from '#lib/messages/contest-rules.ts';
import { formatDayFull } from '#lib/kernel/format.ts';
import type { ContestDefinition, League } from './definition.ts';
import type { Collective, Formula, Prize, Share } from './rules.ts';

/** What the definition only names: titles of units, topics and levels, and the draws' commitments. */
export interface NamesForRules {
	readonly unit: (key: string) => string;
	readonly term: (code: string) => string;
	/** Commitment by round key; a round without one is left out. */
	readonly commitments: ReadonlyMap<string, string>;
}

/** What the sentences of a thể lệ are made from. */
export interface Speaking {
	readonly definition: ContestDefinition;
	readonly names: NamesForRules;
	readonly language: Language;
	readonly w: RulesWords;
}

/** A share exactly: `50%` where it is whole percents, else `1/3`. */
export function shareText([n, d]: Share): string {
	return (n * 100) % d === 0 ? `${(n * 100) / d}%` : `${n}/${d}`;
}

export function listed(texts: readonly string[]): string {
	return texts.join('; ');
}

/**
 * Prizes, who holds how many, the cap, and the commitments of the draws (contract §4.8). What all prizes
 * have in common is said once, not after each.
 */
export function prizesInWords(s: Speaking): string[] {
	const { definition, w } = s;
	const { prizes, scopes, prizeShareCap, onlyAllCorrect } = definition.rules;
	const [first] = prizes;
	if (first === undefined) return [];
	const ties = new Set(prizes.map((prize) => prize.tie));
	const used = Object.keys(scopes).filter((scope) => prizes.some((prize) => prize.scope === scope));
	const each = { tie: ties.size > 1, scope: used.length > 1 };
	return [
		...(onlyAllCorrect ? [w.onlyAllCorrect] : []),
		...prizes.map((prize) => prizeInWords(s, prize, each)),
		...(each.tie ? [] : [w.prizeTie[first.tie]]),
		...used.map((scope) => w.scopeRule[scopes[scope] ?? 'first'](each.scope ? scope : null)),
		...(prizeShareCap === null ? [] : [w.cap(shareText(prizeShareCap))]),
		...drawsInWords(s)
	];
}

function prizeInWords(
	{ definition, w }: Speaking,
	prize: Prize,
	each: { readonly tie: boolean; readonly scope: boolean }
): string {
	const round = definition.rounds.find(({ id }) => id === prize.on);
	const group = definition.groups.find(({ id }) => id === prize.group);
	const said = w.prize({
		title: prize.title === '' ? prize.id : prize.title,
		quota: prize.quota,
		on: prize.on === 'final' ? w.finalName : (round?.title ?? prize.on),
		group: prize.group === null ? null : (group?.title ?? prize.group),
		reward: prize.reward
	});
	const more = [
		prize.minScore > 0 ? w.prizeMinScore(prize.minScore) : '',
		prize.points > 0 ? w.prizePoints(prize.points) : '',
		each.tie ? w.prizeTie[prize.tie] : '',
		each.scope ? w.prizeScope(prize.scope) : ''
	];
	return [said, ...more.filter((sentence) => sentence !== '')].join(' ');
}

/** Rounds whose seed decides a tie: those of prizes that are drawn, and the last one for the final. */
function drawsInWords({ definition, names, w }: Speaking): string[] {
	const last = definition.rounds.at(-1)?.id;
	const drawn = new Set(
		definition.rules.prizes
			.filter((prize) => prize.tie === 'draw')
			.map((prize) => (prize.on === 'final' ? last : prize.on))
	);
	const sentences = definition.rounds.flatMap((round) => {
		const code = names.commitments.get(round.id);
		return drawn.has(round.id) && code !== undefined ? [w.commitment(round.title, code)] : [];
	});
	return sentences.length === 0 ? [] : [...sentences, w.commitmentWhy];
}

/** Under which formulas a number counts (contract §4.9, §4.10). */
const GATED: readonly Formula[] = ['M2', 'M3', 'M4'];
const WITHOUT_HEADCOUNT: readonly Formula[] = ['M1', 'M5'];

/** How units are ranked: which, by what, from what share and size on. Only numbers in force are said. */
export function collectiveInWords(s: Speaking): string[] {
	const { definition, language, w } = s;
	const { collective } = definition.rules;
	if (collective === null) return [];
	const { formula, gate, bands, minHeadcount, tieBreak } = collective;
	const day = formatDayFull(definition.headcountAsOf, language);
	const ties = tieBreak.map((key) => w.unitTie[key]);
	return [
		rankedInWords(s),
		...definition.leagues.map((league) => leagueInWords(s, league)),
		w.denominator(w.audiences[definition.headcountAudience], day),
		w.formula[formula](numbersOf(collective)),
		...(gate !== null && GATED.includes(formula) ? [w.gate(shareText(gate))] : []),
		...(formula === 'M6' ? (bands ?? []) : []).map((band) =>
			w.band(band.below, band.gate === null ? null : shareText(band.gate))
		),
		...(minHeadcount !== null && minHeadcount > 0 && !WITHOUT_HEADCOUNT.includes(formula)
			? [w.minHeadcount(minHeadcount)]
			: []),
		w.unitTies(ties.length === 0 ? null : ties.join(', '))
	];
}

function numbersOf({ weights, k }: Collective) {
	const [first, second] = weights ?? [];
	return {
		first: first === undefined ? '' : `${first[0]}/${first[1]}`,
		second: second === undefined ? '' : `${second[0]}/${second[1]}`,
		k: k === null ? '' : String(k)
	};
}

function rankedInWords({ definition, names, w }: Speaking): string {
	const { rankedUnits } = definition;
	return 'units' in rankedUnits
		? w.rankedUnits(listed(rankedUnits.units.map(names.unit)))
		: w.rankedKinds(listed(rankedUnits.kinds.map((kind) => w.unitKinds[kind])));
}

function leagueInWords({ w }: Speaking, league: League): string {
	const kinds =
		league.kinds === null ? null : listed(league.kinds.map((kind) => w.unitKinds[kind]));
	return w.league({
		title: league.title,
		from: league.headcountFrom,
		below: league.headcountBelow,
		kinds
	});
}
