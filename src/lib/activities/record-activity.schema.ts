import { z } from 'zod';
import { tidy } from '#lib/kernel/text.ts';
import { activityKinds } from '#lib/plans/indicator.ts';
import { daySchema, keySchema, lineSchema } from '#lib/units/day.schema.ts';

const line = z.union([z.literal('').transform(() => null), lineSchema]);

/** The form of a session or another activity, as its head or secretary writes it. */
export const recordActivitySchema = z.object({
	unitKey: keySchema,
	kind: z.enum(activityKinds),
	heldOn: daySchema,
	title: lineSchema,
	/** `8A1, 8A2` or with `;`. */
	classes: z
		.string()
		.max(2_000)
		.default('')
		.transform((text) => text.split(/[,;]/).map(tidy).filter(Boolean)),
	people: z
		.union([z.literal('').transform(() => null), z.coerce.number().int().min(0).max(1_000_000)])
		.default(null),
	ledBy: line.default(null),
	evidence: line.default(null)
});
export type RecordActivity = z.output<typeof recordActivitySchema>;
