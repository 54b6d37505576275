import { z } from 'zod';

export const confirmActivitySchema = z.object({ activityId: z.string().max(100) });
export type ConfirmActivity = z.output<typeof confirmActivitySchema>;
