import { z } from 'zod';
import { readInstant } from '#lib/kernel/instant.ts';
import { audiences } from '#lib/units/audience.ts';
import { daySchema } from '#lib/units/day.schema.ts';
import { unitKinds, unitTrees } from '#lib/units/unit.ts';
import { certificateKinds, roundKinds, type RankedUnits } from './definition.ts';
import { idText, lineText, orElse, rulesSchema, shareSchema } from './rules.schema.ts';

/** `khoabang import contest FILE`, and the same by the API. */
export const importContestSchema = z.strictObject({
	text: z.string().max(2_000_000),
	fileName: z.string().default('contest.json'),
	dryRun: z.boolean().default(false)
});
export type ImportContest = z.output<typeof importContestSchema>;

const count = z.int().min(0).max(1_000_000_000);
const positive = z.int().min(1).max(1_000_000_000);
const unitKey = idText;
const unitKeys = z.array(unitKey).min(1);
const audience = z.enum(audiences);
const kinds = z.array(z.enum(unitKinds)).min(1);

const instant = z.string().transform((text, ctx) => {
	const read = readInstant(text);
	if (read !== undefined) return read;
	ctx.addIssue({ code: 'custom', message: 'not-an-instant' });
	return z.NEVER;
});

const rankedUnits = z
	.strictObject({
		tree: z.enum(unitTrees),
		kinds: kinds.optional(),
		units: unitKeys.optional()
	})
	.transform(({ tree, kinds, units }, ctx): RankedUnits => {
		if (kinds !== undefined && units === undefined) return { tree, kinds };
		if (units !== undefined && kinds === undefined) return { tree, units };
		ctx.addIssue({ code: 'custom', message: 'kinds-or-units' });
		return z.NEVER;
	});

const group = z.strictObject({
	id: idText,
	title: lineText,
	audiences: z.array(audience).min(1),
	units: orElse(unitKeys.nullable(), null)
});

const league = z.strictObject({
	id: idText,
	title: lineText,
	headcountFrom: orElse(count.nullable(), null),
	headcountBelow: orElse(positive.nullable(), null),
	kinds: orElse(kinds.nullable(), null)
});

const cell = z.strictObject({
	topic: idText,
	level: orElse(idText.nullable(), null),
	count: positive.max(500),
	marks: orElse(positive.max(1_000_000).nullable(), null)
});

const round = z.strictObject({
	id: idText,
	title: lineText,
	kind: z.enum(roundKinds),
	opensAt: instant,
	closesAt: instant
});

/** khoabang.contest/1 (contract §3), every field and no other; what may be left out gets its default. */
export const contestFileSchema = z.strictObject({
	format: z.literal('khoabang.contest/1'),
	code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/),
	title: lineText,
	organiser: unitKey,
	basis: orElse(
		z
			.strictObject({
				number: orElse(lineText.nullable(), null),
				date: orElse(daySchema.nullable(), null),
				title: lineText
			})
			.nullable(),
		null
	),
	audiences: z.array(audience).min(1),
	units: unitKeys,
	headcountAudience: audience,
	tags: orElse(z.array(idText), []),
	groups: z.array(group),
	rankedUnits,
	leagues: orElse(z.array(league), []),
	certificates: orElse(
		z.array(
			z.strictObject({
				kind: z.enum(certificateKinds),
				share: orElse(shareSchema.nullable(), null)
			})
		),
		[]
	),
	headcountAsOf: daySchema,
	bank: idText,
	blueprint: z.array(cell).min(1),
	minBankFactor: orElse(positive, 5),
	practice: orElse(z.strictObject({ bank: idText, count: positive }).nullable(), null),
	rules: rulesSchema,
	rounds: z.array(round).min(1),
	plan: orElse(idText.nullable(), null)
});
