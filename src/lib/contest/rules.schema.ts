import { z } from 'zod';
import { isStorable, tidy } from '#lib/kernel/text.ts';
import {
	advancementPers,
	directions,
	finalRankingKeys,
	formulas,
	predictionQuantities,
	predictionRules,
	rankingKeys,
	scopeRules,
	selects,
	showAnswersRules,
	showScoreRules,
	tieRules,
	unitTieKeys
} from './rules.ts';

/** A value that a file may leave out or set to null. */
export function orElse<S extends z.ZodType>(schema: S, otherwise: z.output<S>) {
	return schema.nullish().transform((value) => value ?? otherwise);
}

/** A name inside a file (round, group, prize, scope): no control characters, so that it can be signed and printed. */
export const idText = z
	.string()
	.regex(/^[^\p{C}]{1,200}$/u)
	.refine(isStorable);

/** A sentence or a title. */
export const lineText = z
	.string()
	.max(1000)
	.refine(isStorable)
	.transform(tidy)
	.pipe(z.string().min(1));

const count = z.int().min(0).max(1_000_000_000);
const positive = z.int().min(1).max(1_000_000_000);
export const fractionSchema = z.tuple([count, positive]);
/** A part of a whole: 0 to 1. */
export const shareSchema = fractionSchema.refine(([n, d]) => n <= d, { error: 'share-over-one' });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const direction = z.enum(directions);

const prizeSchema = z.strictObject({
	id: idText,
	on: idText,
	group: orElse(idText.nullable(), null),
	title: orElse(lineText, ''),
	quota: count,
	minScore: orElse(count, 0),
	points: orElse(count, 0),
	tie: z.enum(tieRules),
	scope: idText,
	reward: orElse(lineText.nullable(), null)
});

const bandSchema = z.strictObject({
	below: positive.nullable(),
	gate: orElse(shareSchema.nullable(), null)
});

const collectiveSchema = z.strictObject({
	formula: z.enum(formulas),
	gate: orElse(shareSchema.nullable(), null),
	weights: orElse(z.tuple([fractionSchema, fractionSchema]).nullable(), null),
	minHeadcount: orElse(count.nullable(), null),
	k: orElse(positive.nullable(), null),
	bands: orElse(z.array(bandSchema).min(1).nullable(), null),
	tieBreak: orElse(z.array(z.enum(unitTieKeys)), [])
});

/**
 * RULES of contract §3, strict: an unknown field is an error, so that no rule is ever ignored. What
 * contract §4.12 lets be null or absent gets its default; the output has every field.
 */
export const rulesSchema = z.strictObject({
	durationSeconds: positive,
	attemptsMax: positive,
	select: z.enum(selects),
	grace: orElse(z.boolean(), false),
	prediction: orElse(
		z
			.strictObject({ quantity: z.enum(predictionQuantities), rule: z.enum(predictionRules) })
			.nullable(),
		null
	),
	ranking: z.strictObject({
		round: z.array(z.tuple([z.enum(rankingKeys), direction])).min(1),
		final: z.array(z.tuple([z.enum(finalRankingKeys), direction])).min(1)
	}),
	onlyAllCorrect: orElse(z.boolean(), false),
	prizes: z.array(prizeSchema),
	scopes: z.record(idText, z.enum(scopeRules)),
	prizeShareCap: orElse(shareSchema.nullable(), null),
	collective: orElse(collectiveSchema.nullable(), null),
	showAnswers: orElse(z.enum(showAnswersRules), 'after_round'),
	passShare: orElse(shareSchema, [1, 2]),
	appealWorkingDays: orElse(count, 5),
	networkAllowanceMs: orElse(count, 3000),
	cooldownSeconds: orElse(count, 0),
	minAge: orElse(count.nullable(), null),
	maxAge: orElse(count.nullable(), null),
	quietHours: orElse(z.tuple([clockTime, clockTime]).nullable(), null),
	showScore: orElse(z.enum(showScoreRules), 'after_round'),
	boardFreezeMinutes: orElse(count, 0),
	advancement: orElse(
		z
			.strictObject({ from: idText, to: idText, top: positive, per: z.enum(advancementPers) })
			.nullable(),
		null
	)
});
