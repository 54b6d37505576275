/** RULES of contract §3: what a contest decides by. Stored as JSON inside the contest's definition. */

/** A share as JSON keeps it: numerator, positive denominator. */
export type Share = readonly [number, number];

export const rankingKeys = [
	'score',
	'predictionError',
	'elapsed',
	'submittedAt',
	'startedAt',
	'firstSubmittedAt',
	'registeredAt',
	'attempts',
	'perfect'
] as const;
export type RankingKey = (typeof rankingKeys)[number];

/** Keys that a final may use (contract §4.5). */
export const finalRankingKeys = [
	'score',
	'elapsed',
	'attempts',
	'firstSubmittedAt',
	'registeredAt',
	'perfect'
] as const satisfies readonly RankingKey[];

export const directions = ['asc', 'desc'] as const;
export type Direction = (typeof directions)[number];
export type RankingTerm = readonly [RankingKey, Direction];

export const selects = ['best', 'last', 'first'] as const;
export type Select = (typeof selects)[number];

export const predictionQuantities = ['ALL_CORRECT_PEOPLE', 'PARTICIPANTS', 'ATTEMPTS'] as const;
export type PredictionQuantity = (typeof predictionQuantities)[number];
export const predictionRules = ['abs', 'not_over'] as const;
export interface Prediction {
	readonly quantity: PredictionQuantity;
	readonly rule: (typeof predictionRules)[number];
}

export const tieRules = ['co_award', 'draw'] as const;
export interface Prize {
	readonly id: string;
	/** A round's key, or `final`. */
	readonly on: string;
	/** A declared group, or null: everyone, ranked together. */
	readonly group: string | null;
	readonly title: string;
	readonly quota: number;
	readonly minScore: number;
	readonly points: number;
	readonly tie: (typeof tieRules)[number];
	readonly scope: string;
	readonly reward: string | null;
}

export const scopeRules = ['first', 'highest'] as const;
export type ScopeRule = (typeof scopeRules)[number];

export const formulas = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7'] as const;
export type Formula = (typeof formulas)[number];
export const unitTieKeys = ['rate', 'headcount', 'participants'] as const;
export type UnitTieKey = (typeof unitTieKeys)[number];

/** A size band of M6: units below `below` people (null: all the rest) must reach `gate` (null: no gate). */
export interface Band {
	readonly below: number | null;
	readonly gate: Share | null;
}

export interface Collective {
	readonly formula: Formula;
	readonly gate: Share | null;
	/** Weights of rate and of mean score; null only where the formula has none (not M3, M6). */
	readonly weights: readonly [Share, Share] | null;
	/** null: no minimum. */
	readonly minHeadcount: number | null;
	/** M5's number of places with points; null only under other formulas. */
	readonly k: number | null;
	readonly bands: readonly Band[] | null;
	readonly tieBreak: readonly UnitTieKey[];
}

export const showAnswersRules = ['never', 'after_round'] as const;
export const showScoreRules = ['at_once', 'after_round'] as const;
export const advancementPers = ['unit', 'overall', 'group'] as const;

export interface Advancement {
	/** Keys of rounds. */
	readonly from: string;
	readonly to: string;
	readonly top: number;
	readonly per: (typeof advancementPers)[number];
}

export interface Rules {
	readonly durationSeconds: number;
	readonly attemptsMax: number;
	readonly select: Select;
	/** true: an attempt begun in time may use its whole duration past the round's closing. */
	readonly grace: boolean;
	readonly prediction: Prediction | null;
	readonly ranking: {
		readonly round: readonly RankingTerm[];
		readonly final: readonly RankingTerm[];
	};
	readonly onlyAllCorrect: boolean;
	readonly prizes: readonly Prize[];
	/** Each lets a person hold one of its prizes: the first in declared order, or the highest. */
	readonly scopes: Readonly<Record<string, ScopeRule>>;
	/** At most this share of the participants receives a prize; null: no cap. */
	readonly prizeShareCap: Share | null;
	readonly collective: Collective | null;
	readonly showAnswers: (typeof showAnswersRules)[number];
	readonly passShare: Share;
	readonly appealWorkingDays: number;
	readonly networkAllowanceMs: number;
	readonly cooldownSeconds: number;
	readonly minAge: number | null;
	readonly maxAge: number | null;
	/** From, to as `HH:MM` in Vietnam; it may cross midnight. For people under 16. */
	readonly quietHours: readonly [string, string] | null;
	readonly showScore: (typeof showScoreRules)[number];
	readonly boardFreezeMinutes: number;
	readonly advancement: Advancement | null;
}
