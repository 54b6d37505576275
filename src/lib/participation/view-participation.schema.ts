import { z } from 'zod';
import { readDay } from '#lib/kernel/instant.ts';
import { readings } from '#lib/units/lineage.ts';

const day = z.string().transform((text, issue) => {
	const read = readDay(text);
	if (read !== undefined) return read;
	issue.addIssue({ code: 'custom', message: 'YYYY-MM-DD', params: { code: 'not-a-day' } });
	return z.NEVER;
});

/** `GET /contests/{code}/participation` (contract §2). */
export const viewParticipationSchema = z.object({
	code: z.string().min(1).max(100),
	unit: z.string().min(1).max(200).optional(),
	'as-of': day.optional(),
	reading: z.enum(readings).default('as-was'),
	/** The day whose tree as-now uses; default: the day of the request. */
	today: day.optional()
});
export type ViewParticipation = z.output<typeof viewParticipationSchema>;
