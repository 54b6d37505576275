import { z } from 'zod';

/** `khoabang cards UNIT -o FILE [--reissue]`. */
export const issueCardsSchema = z.strictObject({
	unitKey: z.string().min(1).max(200),
	reissue: z.boolean().default(false)
});
export type IssueCards = z.output<typeof issueCardsSchema>;
