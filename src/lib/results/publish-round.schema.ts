import { z } from 'zod';

/** `khoabang publish CONTEST[/ROUND]`: without a round, the whole contest. */
export const publishRoundSchema = z.strictObject({
	contestCode: z.string().min(1).max(200),
	/** The round's id in the contest's file; null or absent: the whole contest. */
	roundKey: z
		.string()
		.min(1)
		.max(200)
		.nullish()
		.transform((key) => key ?? null)
});
export type PublishRound = z.output<typeof publishRoundSchema>;
