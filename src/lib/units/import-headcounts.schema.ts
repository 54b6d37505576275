import { z } from 'zod';
import { audiences } from './audience.ts';
import { daySchema, keySchema, lineSchema } from './day.schema.ts';

/** `khoabang import headcounts FILE`. */
export const importHeadcountsSchema = z.strictObject({
	text: z.string().max(50_000_000),
	fileName: z.string().default('headcounts.csv'),
	dryRun: z.boolean().default(false)
});
export type ImportHeadcounts = z.output<typeof importHeadcountsSchema>;

export const headcountHeadings = {
	needed: ['unit_key', 'audience', 'as_of', 'value', 'source', 'declared_by'],
	allowed: ['doc_ref']
};

/** A record of headcounts.csv (contract §3). */
export const headcountRowSchema = z
	.object({
		unit_key: keySchema,
		audience: z.enum(audiences),
		as_of: daySchema,
		value: z
			.string()
			.regex(/^\d{1,9}$/, 'not-a-count')
			.transform(Number),
		source: lineSchema,
		declared_by: lineSchema,
		doc_ref: z.union([z.literal('').transform(() => null), lineSchema]).default('')
	})
	.transform((row) => ({
		unitKey: row.unit_key,
		audience: row.audience,
		asOf: row.as_of,
		value: row.value,
		source: row.source,
		declaredBy: row.declared_by,
		docRef: row.doc_ref === '' ? null : row.doc_ref
	}));
