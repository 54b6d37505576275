import { z } from 'zod';
import { audiences } from '#lib/units/audience.ts';
import { daySchema, keySchema, lineSchema } from '#lib/units/day.schema.ts';
import { schoolLevels, unitKinds } from '#lib/units/unit.ts';
import { repeats } from './deadline.ts';
import {
	activityKinds,
	countedThings,
	directions,
	evidences,
	type IndicatorDefinition
} from './indicator.ts';

/** `khoabang import plan FILE`. */
export const importPlanSchema = z.strictObject({
	text: z.string().max(20_000_000),
	fileName: z.string().default('plan.json'),
	dryRun: z.boolean().default(false)
});
export type ImportPlan = z.output<typeof importPlanSchema>;

const count = z.int().min(0).max(1_000_000_000);

/** A sentence that can be judged; every field of contract §3 and no other. */
export const indicatorSchema = z.strictObject({
	code: keySchema,
	wording: lineSchema,
	direction: z.enum(directions),
	target: z.union([z.tuple([count, count]), count, z.null()]),
	counts: z.enum(countedThings),
	units: z.array(keySchema).min(1).exactOptional(),
	kinds: z.array(z.enum(unitKinds)).min(1).exactOptional(),
	levels: z.array(z.enum(schoolLevels)).min(1).exactOptional(),
	audience: z.enum(audiences).exactOptional(),
	evidence: z.enum(evidences),
	activityKinds: z.array(z.enum(activityKinds)).min(1).exactOptional(),
	cadence: z
		.strictObject({ times: z.int().min(1).max(31), per: z.enum(['month', 'week']) })
		.exactOptional(),
	eventLevel: z.enum(unitKinds).exactOptional(),
	measuresPart: lineSchema.exactOptional(),
	window: z.enum(['year', 'period']).exactOptional(),
	tag: lineSchema.exactOptional(),
	source: lineSchema
}) satisfies z.ZodType<IndicatorDefinition>;

const task = z
	.strictObject({
		code: keySchema,
		wording: lineSchema,
		lead: lineSchema,
		with: lineSchema.optional(),
		audience: lineSchema.optional(),
		cadence: lineSchema.optional(),
		source: lineSchema
	})
	.transform((read) => ({
		...{ code: read.code, wording: read.wording, lead: read.lead, source: read.source },
		joinedBy: read.with ?? null,
		audience: read.audience ?? null,
		cadence: read.cadence ?? null
	}));

const deadline = z.strictObject({
	title: lineSchema,
	before: z.string().max(10).nullable(),
	cutoff: z.string().max(10).nullable(),
	repeat: z.enum(repeats)
});

/** khoabang.plan/1 (contract §3). */
export const planFileSchema = z.strictObject({
	format: z.literal('khoabang.plan/1'),
	code: keySchema,
	title: lineSchema,
	issuer: keySchema,
	number: lineSchema.optional(),
	issuedOn: daySchema.optional(),
	period: z.tuple([daySchema, daySchema]),
	indicators: z.array(indicatorSchema),
	tasks: z.array(task).default([]),
	deadlines: z.array(deadline)
});
export type PlanFile = z.output<typeof planFileSchema>;
