import { z } from 'zod';
import { isStorable } from '#lib/kernel/text.ts';
import { readInstant, type Instant } from '#lib/kernel/instant.ts';
import { predictionValue } from './taking.schema.ts';

/** `khoabang import results FILE --contest CODE`. */
export const importResultsSchema = z.strictObject({
	contestCode: z.string().min(1).max(200),
	text: z.string().max(50_000_000),
	fileName: z.string().max(300).default('results.ndjson'),
	dryRun: z.boolean().default(false)
});
export type ImportResults = z.output<typeof importResultsSchema>;

const word = z.string().min(1).max(1_000).refine(isStorable);
const at = z.string().transform((text, ctx): Instant => {
	const read = readInstant(text);
	if (read) return read;
	ctx.addIssue({ code: 'invalid_format', format: 'datetime', input: text });
	return z.NEVER;
});

/** A line of results.ndjson. */
export const resultLineSchema = z.strictObject({
	roundId: word,
	personCode: word,
	startedAt: at,
	submittedAt: at,
	score: z.int().min(0).max(2_000_000_000),
	prediction: predictionValue.optional().transform((value) => value ?? null),
	source: word
});
