import { z } from 'zod';

/** `GET /rounds/{id}/standings`. The cursor is where the next page begins, counted in rows. */
export const viewStandingsSchema = z.object({
	id: z.string().max(100),
	by: z.enum(['person', 'unit']).default('person'),
	/** Key of a unit: only people, or units, in its subtree. */
	unit: z.string().min(1).max(200).optional(),
	/** Id of a group: its own ranks. Without it everyone is ranked together. Of people only. */
	group: z.string().min(1).max(200).optional(),
	cursor: z
		.string()
		.regex(/^\d{1,9}$/)
		.optional(),
	limit: z.coerce.number().int().min(1).max(200).default(50)
});
export type ViewStandings = z.output<typeof viewStandingsSchema>;
