import { z } from 'zod';

/** `GET /contests/{code}`, the contest page, its gate. */
export const viewContestSchema = z.object({ code: z.string().min(1).max(100) });
export type ViewContest = z.output<typeof viewContestSchema>;

/** `GET /contests`. `cursor` is the code after which the page begins. */
export const viewContestsSchema = z.object({
	cursor: z.string().max(100).optional(),
	limit: z.coerce.number().int().min(1).max(200).default(50)
});
export type ViewContests = z.output<typeof viewContestsSchema>;
