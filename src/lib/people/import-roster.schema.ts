import { z } from 'zod';
import { readDay } from '#lib/kernel/instant.ts';

/** `khoabang import roster FILE --unit KEY [--from DAY]`. */
export const importRosterSchema = z.strictObject({
	text: z.string().max(50_000_000),
	fileName: z.string().max(300).default('roster.csv'),
	unitKey: z.string().min(1).max(200),
	/** The first day of the memberships; by default that of the school year. */
	from: z
		.string()
		.transform((text, ctx) => {
			const read = readDay(text);
			if (read !== undefined) return read;
			ctx.addIssue({ code: 'custom', message: 'not-a-day' });
			return z.NEVER;
		})
		.optional(),
	dryRun: z.boolean().default(false)
});
export type ImportRoster = z.output<typeof importRosterSchema>;
