import { z } from 'zod';
import { daySchema } from '#lib/units/day.schema.ts';
import { readings } from '#lib/units/lineage.ts';

/** `GET /plans/{code}/indicators` (contract §2). */
export const viewIndicatorsSchema = z.object({
	code: z.string().min(1).max(100),
	/** Default: the day of the request. */
	'as-of': daySchema.optional(),
	reading: z.enum(readings).default('as-was')
});

/** The command's: `--today` is the day whose tree as-now uses (default: that of the clock). */
export const operatorIndicatorsSchema = viewIndicatorsSchema.extend({
	today: daySchema.optional()
});
export type ViewIndicators = z.output<typeof operatorIndicatorsSchema>;
