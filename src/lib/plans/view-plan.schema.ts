import { z } from 'zod';

export const viewPlanSchema = z.object({ code: z.string().max(200) });
export type ViewPlan = z.output<typeof viewPlanSchema>;
