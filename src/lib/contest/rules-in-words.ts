import type { Language } from '#lib/kernel/language.ts';
import { contestRulesWords, type ArticleKey } from '#lib/messages/contest-rules.ts';
import { formatDayFull, formatDuration, formatTimeFull } from '#lib/kernel/format.ts';
import {
	collectiveInWords,
	listed,
	prizesInWords,
	shareText,
	type NamesForRules,
	type Speaking
} from './awards-in-words.ts';
import type { ContestDefinition } from './definition.ts';
import type { RankingTerm } from './rules.ts';

/** An article ("điều") of the thể lệ. */
export interface Article {
	readonly key: ArticleKey;
	readonly title: string;
	readonly sentences: readonly string[];
	/** Ranking criteria in order, for the article that ranks: of a round, and of the final. */
	readonly criteria: readonly (readonly string[])[];
}

/**
 * The thể lệ of a contest, generated from the object that ranks (domain §9.2). Every rule that is in
 * force has its sentence; what is not yet applied promises nothing (later-rules.ts); articles without a
 * sentence are left out.
 */
export function rulesInWords(
	definition: ContestDefinition,
	names: NamesForRules,
	language: Language
): Article[] {
	const s: Speaking = { definition, names, language, w: contestRulesWords[language] };
	const { ranking } = definition.rules;
	const criteria = [criteriaInWords(s, ranking.round), criteriaInWords(s, ranking.final)];
	return articlesOf(s)
		.filter(([, sentences]) => sentences.length > 0)
		.map(([key, sentences]) => ({
			key,
			title: s.w.titles[key],
			sentences,
			criteria: key === 'ranking' ? criteria : []
		}));
}

function articlesOf(s: Speaking): [ArticleKey, string[]][] {
	return [
		['host', hostInWords(s)],
		['who', whoInWords(s)],
		['rounds', roundsInWords(s)],
		['paper', paperInWords(s)],
		['attempts', attemptsInWords(s)],
		['prediction', predictionInWords(s)],
		['ranking', [s.w.roundRanking, s.w.finalRanking, s.w.sameRank]],
		['prizes', prizesInWords(s)],
		['collective', collectiveInWords(s)],
		['results', resultsInWords(s)],
		['appeal', [s.w.appeal(s.definition.rules.appealWorkingDays)]]
	];
}

/** The same as plain texts, one an article, criteria numbered: what the API answers. */
export function rulesAsTexts(articles: readonly Article[], language: Language): string[] {
	const w = contestRulesWords[language];
	return articles.map(({ title, sentences, criteria }) => {
		const numbered = (list: readonly string[]) => list.map((text, i) => w.criterion(i + 1, text));
		const lines = sentences.flatMap((sentence, i) => [sentence, ...numbered(criteria[i] ?? [])]);
		return `${title}: ${lines.join(' ')}`;
	});
}

function hostInWords({ definition, names, language, w }: Speaking): string[] {
	const { basis, organiser } = definition;
	const sentences = [w.organiser(names.unit(organiser))];
	if (basis === null) return sentences;
	const date = basis.date === null ? null : formatDayFull(basis.date, language);
	return [w.basis(basis.title, basis.number, date), ...sentences];
}

function whoInWords(s: Speaking): string[] {
	const { definition, names, language, w } = s;
	const { audiences, units, groups, rules } = definition;
	const who = (list: typeof audiences) => listed(list.map((each) => w.audiences[each]));
	const of = (keys: readonly string[]) => listed(keys.map(names.unit));
	return [
		w.audience(who(audiences)),
		w.scope(of(units)),
		...groups.map((group) =>
			w.group(group.title, who(group.audiences), group.units === null ? null : of(group.units))
		),
		...(groups.length > 1 ? [w.firstGroup] : []),
		w.unitOnDay(formatDayFull(definition.headcountAsOf, language)),
		...(rules.minAge === null ? [] : [w.minAge(rules.minAge)]),
		...(rules.maxAge === null ? [] : [w.maxAge(rules.maxAge)]),
		...(rules.quietHours === null ? [] : [w.quietHours(...rules.quietHours)])
	];
}

function roundsInWords({ definition, language, w }: Speaking): string[] {
	const { rounds, rules } = definition;
	const sentences = rounds.map((round) =>
		w.round(
			round.title,
			formatTimeFull(round.opensAt, language),
			formatTimeFull(round.closesAt, language)
		)
	);
	if (rules.advancement === null) return sentences;
	const { top, per, from, to } = rules.advancement;
	const title = (key: string) => rounds.find((round) => round.id === key)?.title ?? key;
	return [
		...sentences,
		w.advancement({ top, per: w.advancementPer[per], from: title(from), to: title(to) })
	];
}

function paperInWords({ definition, names, w }: Speaking): string[] {
	const { blueprint } = definition;
	const [marksOfAll, ...others] = new Set(blueprint.map((cell) => cell.marks));
	const same = others.length === 0 && marksOfAll != null ? marksOfAll : null;
	const cells = blueprint.map(({ topic, level, count, marks }) =>
		w.cell({
			topic: names.term(topic),
			level: level === null ? null : names.term(level),
			count,
			marks: same === null ? marks : null
		})
	);
	return [
		w.paper(blueprint.reduce((sum, cell) => sum + cell.count, 0)),
		w.cells(cells.join('; ')),
		...(same === null ? [] : [w.marksEach(same)])
	];
}

function attemptsInWords({ definition, language, w }: Speaking): string[] {
	const { rules } = definition;
	const time = (ms: number) => formatDuration(ms, language);
	const allowance = rules.networkAllowanceMs;
	return [
		w.duration(time(rules.durationSeconds * 1000)),
		w.saved,
		w.attempts(rules.attemptsMax),
		w.select[rules.select],
		...(rules.cooldownSeconds === 0 ? [] : [w.cooldown(time(rules.cooldownSeconds * 1000))]),
		w.grace(rules.grace),
		w.network(allowance === 0 ? null : time(allowance))
	];
}

function predictionInWords({ definition, w }: Speaking): string[] {
	const { prediction } = definition.rules;
	if (prediction === null) return [];
	return [
		w.prediction(w.predicted[prediction.quantity]),
		w.predictionRule[prediction.rule],
		w.predictionMissing
	];
}

function criteriaInWords({ w }: Speaking, terms: readonly RankingTerm[]): string[] {
	return terms.map(([key, direction]) => w.keys[key][direction]);
}

function resultsInWords({ definition, w }: Speaking): string[] {
	const { rules } = definition;
	return [
		w.showScore[rules.showScore],
		...(rules.showAnswers === 'never' ? [w.answersNever] : []),
		w.pass(shareText(rules.passShare))
	];
}
