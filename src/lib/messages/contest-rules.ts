import type { Language } from '#lib/kernel/language.ts';
import type { BlueprintCell } from '#lib/contest/definition.ts';
import type {
	Advancement,
	Direction,
	Formula,
	Prediction,
	PredictionQuantity,
	Prize,
	RankingKey,
	Rules,
	ScopeRule,
	Select,
	UnitTieKey
} from '#lib/contest/rules.ts';
import type { Audience } from '#lib/units/audience.ts';
import type { UnitKind } from '#lib/units/unit.ts';
import { enRules } from './contest-rules-en.ts';
import { viRules } from './contest-rules-vi.ts';

/** Articles of the thể lệ, in the order in which they are printed. */
export type ArticleKey =
	| 'host'
	| 'who'
	| 'rounds'
	| 'paper'
	| 'attempts'
	| 'prediction'
	| 'ranking'
	| 'prizes'
	| 'collective'
	| 'results'
	| 'appeal';

export interface PrizeInWords {
	readonly title: string;
	readonly quota: number;
	readonly on: string;
	readonly group: string | null;
	readonly reward: string | null;
}

export interface AdvancementInWords {
	readonly top: number;
	readonly per: string;
	readonly from: string;
	readonly to: string;
}

export interface LeagueInWords {
	readonly title: string;
	readonly from: number | null;
	readonly below: number | null;
	readonly kinds: string | null;
}

/** Numbers a formula's sentence needs, as text. */
export interface FormulaNumbers {
	readonly first: string;
	readonly second: string;
	readonly k: string;
}

/** A sentence for everything a contest decides; texts come in ready, shares and times already written. */
export interface RulesWords {
	readonly audiences: Record<Audience, string>;
	readonly unitKinds: Record<UnitKind, string>;
	readonly titles: Record<ArticleKey, string>;
	readonly basis: (title: string, number: string | null, date: string | null) => string;
	readonly organiser: (name: string) => string;
	readonly audience: (who: string) => string;
	readonly scope: (units: string) => string;
	readonly group: (title: string, who: string, units: string | null) => string;
	readonly firstGroup: string;
	readonly unitOnDay: (day: string) => string;
	readonly minAge: (n: number) => string;
	readonly maxAge: (n: number) => string;
	readonly quietHours: (from: string, to: string) => string;
	readonly round: (title: string, opens: string, closes: string) => string;
	readonly advancement: (advancement: AdvancementInWords) => string;
	readonly advancementPer: Record<Advancement['per'], string>;
	readonly paper: (count: number) => string;
	readonly cell: (cell: BlueprintCell) => string;
	readonly cells: (list: string) => string;
	readonly marksEach: (n: number) => string;
	readonly duration: (time: string) => string;
	readonly saved: string;
	readonly attempts: (n: number) => string;
	readonly select: Record<Select, string>;
	readonly grace: (on: boolean) => string;
	readonly network: (time: string | null) => string;
	readonly cooldown: (time: string) => string;
	readonly predicted: Record<PredictionQuantity, string>;
	readonly prediction: (quantity: string) => string;
	readonly predictionRule: Record<Prediction['rule'], string>;
	readonly predictionMissing: string;
	readonly criterion: (n: number, text: string) => string;
	readonly keys: Record<RankingKey, Record<Direction, string>>;
	readonly roundRanking: string;
	readonly finalRanking: string;
	readonly sameRank: string;
	readonly onlyAllCorrect: string;
	readonly finalName: string;
	readonly prize: (prize: PrizeInWords) => string;
	readonly prizeMinScore: (n: number) => string;
	readonly prizePoints: (n: number) => string;
	readonly prizeTie: Record<Prize['tie'], string>;
	readonly prizeScope: (scope: string) => string;
	readonly scopeRule: Record<ScopeRule, (scope: string | null) => string>;
	readonly cap: (share: string) => string;
	readonly commitment: (round: string, code: string) => string;
	readonly commitmentWhy: string;
	readonly rankedUnits: (units: string) => string;
	readonly rankedKinds: (kinds: string) => string;
	readonly denominator: (who: string, day: string) => string;
	readonly league: (league: LeagueInWords) => string;
	readonly formula: Record<Formula, (numbers: FormulaNumbers) => string>;
	readonly gate: (share: string) => string;
	readonly band: (below: number | null, gate: string | null) => string;
	readonly minHeadcount: (n: number) => string;
	readonly unitTie: Record<UnitTieKey, string>;
	readonly unitTies: (list: string | null) => string;
	readonly showScore: Record<Rules['showScore'], string>;
	readonly answersNever: string;
	readonly pass: (share: string) => string;
	readonly appeal: (days: number) => string;
}

export const contestRulesWords: Record<Language, RulesWords> = { vi: viRules, en: enRules };
