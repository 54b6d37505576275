import { z } from 'zod';
import { daySchema } from '#lib/units/day.schema.ts';
import { readings } from '#lib/units/lineage.ts';

/** `GET /contests/{code}/participation` (contract §2). */
export const viewParticipationSchema = z.object({
	code: z.string().min(1).max(100),
	unit: z.string().min(1).max(200).optional(),
	'as-of': daySchema.optional(),
	reading: z.enum(readings).default('as-was')
});

/** The command's: `--today` is the day whose tree as-now uses (default: that of the clock). */
export const operatorParticipationSchema = viewParticipationSchema.extend({
	today: daySchema.optional()
});
export type ViewParticipation = z.output<typeof operatorParticipationSchema>;
