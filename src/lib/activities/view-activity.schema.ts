import { z } from 'zod';

export const viewActivitySchema = z.object({ activityId: z.string().max(100) });
export type ViewActivity = z.output<typeof viewActivitySchema>;
