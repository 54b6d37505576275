import { z } from 'zod';

const contestCode = z.string().min(1).max(200);
const roundKey = z
	.string()
	.min(1)
	.max(200)
	.nullish()
	.transform((key) => key ?? null);
const version = z.coerce.number().int().min(1).max(1_000_000).optional();

/** A publication's page. `limit` is of each group's rows, after its first `offset`. */
export const viewPublicationSchema = z.object({
	contestCode,
	roundKey,
	version,
	offset: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
	limit: z.coerce.number().int().min(1).max(200).default(50)
});
export type ViewPublication = z.output<typeof viewPublicationSchema>;

/** `khoabang export publication CONTEST[/ROUND] [--full] -o DIR`. */
export const exportPublicationSchema = z.object({
	contestCode,
	roundKey,
	version,
	form: z.enum(['full', 'public']).default('public')
});
export type ExportPublication = z.output<typeof exportPublicationSchema>;

/** All versions of a contest and its rounds. */
export const viewPublicationsSchema = z.object({ contestCode });
export type ViewPublications = z.output<typeof viewPublicationsSchema>;
