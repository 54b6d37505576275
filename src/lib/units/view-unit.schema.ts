import { z } from 'zod';
import { daySchema } from './day.schema.ts';

/** A unit's page: its key, and the day asked about (today when not said). */
export const viewUnitSchema = z.object({
	key: z.string().max(200),
	on: z.union([z.literal('').transform(() => undefined), daySchema]).optional()
});
export type ViewUnit = z.output<typeof viewUnitSchema>;
